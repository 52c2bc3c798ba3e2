const borderSides = ['top', 'right', 'bottom', 'left'].flatMap((side) => [
  `border-${side}`,
  `border-${side}-color`,
  `border-${side}-style`,
  `border-${side}-width`,
  `margin-${side}`,
  `padding-${side}`,
]);

/** What a foreign message may style: its own type, colours and boxes. Nothing that loads, moves, layers or animates. */
export const allowedProperties: ReadonlySet<string> = new Set([
  ...borderSides,
  ...['background', 'background-color', 'border', 'border-collapse', 'border-color', 'border-radius'],
  ...[
    'border-spacing',
    'border-style',
    'border-width',
    'caption-side',
    'clear',
    'color',
    'direction',
    'display',
  ],
  ...['border-top-left-radius', 'border-top-right-radius', 'border-bottom-left-radius'],
  ...['border-bottom-right-radius', 'box-sizing', 'empty-cells', 'float', 'font', 'font-family', 'font-size'],
  ...['font-style', 'font-variant', 'font-weight', 'height', 'letter-spacing', 'line-height', 'list-style'],
  ...[
    'list-style-type',
    'margin',
    'max-height',
    'max-width',
    'min-width',
    'opacity',
    'overflow',
    'overflow-wrap',
  ],
  ...[
    'padding',
    'table-layout',
    'text-align',
    'text-decoration',
    'text-indent',
    'text-transform',
    'unicode-bidi',
  ],
  ...['vertical-align', 'visibility', 'white-space', 'width', 'word-break', 'word-spacing', 'word-wrap'],
]);

/** Functions that compute; url(), image-set(), attr(), var(), env() and expression() are not among them. */
export const allowedFunctions: ReadonlySet<string> = new Set([
  ...['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch'],
  ...['calc', 'min', 'max', 'clamp', 'linear-gradient', 'radial-gradient'],
]);

/** Units of the viewport would chase the frame, whose height follows its content. */
export const viewportUnit = /^[dls]?v(?:h|w|min|max|i|b)$/i;
