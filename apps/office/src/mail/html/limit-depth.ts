import { Tokenizer } from 'htmlparser2';

/** Elements that stand in no element of their own kind: an open one ends where the next begins. */
const endedBy: Record<string, readonly string[]> = {
  p: ['p'],
  li: ['li'],
  tr: ['tr', 'th', 'td'],
  td: ['th', 'td'],
  th: ['th', 'td'],
  dd: ['dd', 'dt'],
  dt: ['dd', 'dt'],
  option: ['option'],
};
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * Leaves out the tags that open an element deeper than `most`, and those that close it. Parsers keep a list of what is
 * open and look through it at each tag: with a hundred thousand open elements a message would take minutes. Here no
 * more than `most` are ever looked through, so the time grows with the length alone.
 */
export function limitDepth(html: string, most: number): string {
  const open: string[] = [];
  /** How many left out by name are still open. */
  const leftOut = new Map<string, number>();
  const kept: string[] = [];
  let from = 0;
  let name = '';
  const leave = (start: number, end: number) => {
    kept.push(html.slice(from, start));
    from = end;
  };
  let start = 0;
  const openTag = (end: number) => {
    if (empty.has(name)) return;
    for (let last = open.at(-1); last && endedBy[name]?.includes(last); last = open.at(-1)) open.pop();
    if (open.length < most) return void open.push(name);
    leftOut.set(name, (leftOut.get(name) ?? 0) + 1);
    leave(start, end);
  };
  const ignore = () => {};
  const tokens = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      onopentagname(at, end) {
        start = at - 1;
        name = html.slice(at, end).toLowerCase();
      },
      onopentagend: (end) => openTag(end + 1),
      onselfclosingtag: (end) => openTag(end + 1),
      onclosetag(at, end) {
        const closed = html.slice(at, end).toLowerCase();
        const out = leftOut.get(closed) ?? 0;
        if (out > 0) {
          leftOut.set(closed, out - 1);
          const bracket = html.indexOf('>', end);
          return leave(at - 2, bracket < 0 ? html.length : bracket + 1);
        }
        const found = open.lastIndexOf(closed);
        if (found >= 0) open.length = found;
      },
      onattribdata: ignore,
      onattribend: ignore,
      onattribentity: ignore,
      onattribname: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onprocessinginstruction: ignore,
      ontext: ignore,
      ontextentity: ignore,
    },
  );
  tokens.write(html);
  tokens.end();
  return kept.join('') + html.slice(from);
}
