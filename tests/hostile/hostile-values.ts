const deep = (levels: number): unknown => (levels === 0 ? 'bottom' : { in: deep(levels - 1) });

/** What comes instead of what was asked for: wrong types, wrong sizes, and the classics. */
export const hostileValues: [name: string, value: unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['not a number', Number.NaN],
  ['a huge number', 1e308],
  ['a negative number', -1],
  ['yes', true],
  ['an empty text', ''],
  ['a long text', 'x'.repeat(1_000_000)],
  ['a NUL', 'a\u0000b'],
  ['half a surrogate', '\ud800'],
  ['line breaks', 'a\r\nBcc: everyone@example.com\r\n\r\n'],
  ['a path', '../../../../etc/passwd'],
  ['SQL', `'; DROP TABLE persons; --`],
  ['a query for MongoDB', { $ne: null }],
  ['an expression for MongoDB', { $where: 'sleep(5000)' }],
  ['a query for Payload', { like: '%' }],
  ['markup', '<script>alert(1)</script>'],
  ['right-to-left override', 'a\u202etxt.exe'],
  ['a list', []],
  ['a list of lists', [[[[]]]]],
  ['an object', {}],
  [
    'a prototype',
    JSON.parse('{"__proto__": {"role": "admin"}, "constructor": {"prototype": {"role": "admin"}}}'),
  ],
  ['a deep object', deep(2000)],
];

/** What must never reach whoever asked: stack traces, paths of this machine, the words of an engine. */
export const leaks =
  /\n\s+at |node_modules|\.(ts|mjs):\d+|\/(?:root|home|tmp|work|var|opt)\/|SQLITE|sqlite|Mongo|E11000|drizzle|node:internal|no such table/;
