/**
 * The arrows of the house: app → suite → feature → platform → core. Read docs/ARCHITECTURE.md for why.
 * A new package must be put on one of these shelves; the rule `on-a-shelf` names the one that is not.
 */
const platform = ['config', 'log', 'data', 'auth', 'ui', 'threads', 'search'];
const features = ['people', 'mailbox', 'delivery', 'website', 'inquiries', 'wiki', 'tunnels'];

const oneOf = (names) => `^packages/(${names.join('|')})/`;
const drivers =
  '^node:sqlite$|^sqlite$|(^|/)node_modules/(mongodb|mongoose|@libsql|libsql|better-sqlite3|drizzle-orm|@payloadcms/(db-|drizzle))';
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'no-circle',
      'Files that need each other are one thing cut in the wrong place.',
      {},
      { circular: true },
    ),
    forbid('no-dead-end', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'apps-stand-apart',
      'No app imports another app; what two apps need is a package.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    forbid('packages-know-no-app', 'Arrows point down.', { path: '^packages/' }, { path: '^(apps|tests)/' }),
    forbid(
      'apps-know-no-tests',
      'Product code does not lean on the suites.',
      { path: '^apps/', pathNot: '\\.test\\.tsx?$' },
      { path: '^tests/' },
    ),
    forbid(
      'core-imports-nothing-of-ours',
      'core is the ground floor.',
      { path: '^packages/core/' },
      { path: '^packages/', pathNot: '^packages/core/' },
    ),
    forbid(
      'core-is-pure',
      'core does no I/O: hashing and async context are all it takes from Node.',
      { path: '^packages/core/', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|buffer|async_hooks)$' },
    ),
    forbid(
      'platform-knows-no-feature',
      'Platform carries every feature and knows none.',
      { path: oneOf(platform) },
      { path: oneOf([...features, 'suite']) },
    ),
    forbid(
      'features-stand-apart',
      'What one feature needs of another comes as a port in its context, wired in suite.',
      { path: oneOf(features) },
      { path: oneOf([...features, 'suite']), pathNot: ['^packages/$1/', '^packages/mailbox/'] },
    ),
    forbid(
      'only-delivery-knows-mailbox',
      'delivery puts messages into mailboxes; no other feature does.',
      { path: oneOf(features), pathNot: '^packages/(delivery|mailbox)/' },
      { path: '^packages/mailbox/' },
    ),
    forbid(
      'site-and-vpn-hold-no-data',
      'They have no database credentials and no way to use them, not even through a third file.',
      { path: '^apps/(site|vpn)/' },
      { path: '^packages/(data|suite)/', reachable: true },
    ),
    forbid(
      'drivers-stay-in-data',
      'One data layer: only packages/data speaks to an engine.',
      { pathNot: '^packages/data/' },
      { path: drivers },
    ),
    forbid(
      'lucia-behind-its-port',
      'Leaving Lucia is one line as long as one file knows it.',
      { pathNot: '^packages/auth/src/engine/lucia\\.ts$' },
      { path: '(^|/)node_modules/(lucia|oslo)/' },
    ),
    forbid(
      'product-imports-no-test',
      'What runs for people does not carry test code.',
      {
        path: '^(apps|packages)/',
        pathNot: ['\\.test\\.tsx?$', '/(testing|contract)/', '\\.contract\\.ts$', '/vitest'],
      },
      { path: '^(apps|packages)/.*(\\.test\\.tsx?$|/(testing|contract)/)' },
    ),
    forbid(
      'on-a-shelf',
      'A package that no rule knows: add it to platform or features in .dependency-cruiser.mjs.',
      { path: '^packages/', pathNot: oneOf(['core', ...platform, ...features, 'suite']) },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only our own made files: a pattern that also met node_modules/lucia/dist would hide what the rules look for.
    exclude: {
      path: '^(apps|packages)/[^/]+/(next-env\\.d\\.ts|(dist|\\.next|\\.astro|\\.turbo)/|src/migrations/)',
    },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.jsx', '.json', '.css'],
    },
  },
};
