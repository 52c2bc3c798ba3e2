import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkArrows } from './arrows.ts';
import { root } from './tree.ts';

let house: string;
afterEach(() => rmSync(house, { recursive: true, force: true }));

/** A house of its own with the files given, so that nothing is ever planted in ours. */
function build(files: Record<string, string>): string[] {
  house = mkdtempSync(join(tmpdir(), 'kontor-arrows-'));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  writeFileSync(join(house, 'package.json'), '{ "type": "module" }');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(house, dirname(path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  return checkArrows([...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))], house);
}
const thing = 'export const thing = 1;\n';
const imports = (path: string) => `import { thing } from '${path}';\nexport const more = thing;\n`;

const planted: [rule: string, from: string, to: string][] = [
  ['apps-stand-apart', 'apps/site/src/a.ts', 'apps/office/src/b.ts'],
  ['packages-know-no-app', 'packages/people/src/a.ts', 'apps/office/src/b.ts'],
  ['core-imports-nothing-of-ours', 'packages/core/src/a.ts', 'packages/config/src/b.ts'],
  ['platform-knows-no-feature', 'packages/data/src/a.ts', 'packages/people/src/b.ts'],
  ['platform-knows-no-feature', 'packages/auth/src/a.ts', 'packages/suite/src/b.ts'],
  ['features-stand-apart', 'packages/website/src/a.ts', 'packages/people/src/b.ts'],
  ['features-stand-apart', 'packages/people/src/a.ts', 'packages/suite/src/b.ts'],
  ['only-delivery-knows-mailbox', 'packages/people/src/a.ts', 'packages/mailbox/src/b.ts'],
  ['site-and-vpn-hold-no-data', 'apps/site/src/a.ts', 'packages/data/src/b.ts'],
  ['site-and-vpn-hold-no-data', 'apps/vpn/src/a.ts', 'packages/suite/src/b.ts'],
  ['product-imports-no-test', 'apps/mail/src/a.ts', 'packages/data/src/testing/b.ts'],
  ['on-a-shelf', 'packages/newcomer/src/a.ts', 'packages/core/src/b.ts'],
];

test.each(planted)('%s: %s may not import %s', (rule, from, to) => {
  const path = `../../../${to}`;
  const found = build({ [from]: imports(path), [to]: thing });
  expect(found.filter((line) => line.startsWith(`${rule}: `)).join()).toContain(from);
});

test('site-and-vpn-hold-no-data: not even through a third file', () => {
  const found = build({
    'apps/site/src/a.ts': imports('../../../packages/website/src/b.ts'),
    'packages/website/src/b.ts': imports('../../data/src/c.ts'),
    'packages/data/src/c.ts': thing,
  });
  expect(found.join()).toContain('site-and-vpn-hold-no-data: apps/site/src/a.ts');
});

test.each([
  ['drivers-stay-in-data', 'packages/mailbox/src/a.ts', 'node:sqlite'],
  ['drivers-stay-in-data', 'packages/suite/src/a.ts', 'drizzle-orm'],
  ['lucia-behind-its-port', 'packages/auth/src/port.ts', 'lucia'],
  ['core-is-pure', 'packages/core/src/a.ts', 'node:fs'],
])('%s: %s may not import %s', (rule, from, to) => {
  const found = build({ [from]: `import * as thing from '${to}';\nexport const more = thing;\n` });
  expect(found.join()).toContain(`${rule}: ${from}`);
});

test('no-circle: two files that need each other', () => {
  const found = build({
    'packages/core/src/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
    'packages/core/src/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
  });
  expect(found.join()).toContain('no-circle');
});

test('a cruise that saw nothing is a failure', () => {
  house = mkdtempSync(join(tmpdir(), 'kontor-arrows-'));
  mkdirSync(join(house, 'packages'));
  expect(checkArrows(['packages'], house).join()).toContain('checked nothing');
});

test('what is allowed passes', () => {
  const found = build({
    'packages/delivery/src/a.ts': imports('../../mailbox/src/b.ts'),
    'packages/mailbox/src/b.ts': imports('../../core/src/c.ts'),
    'packages/core/src/c.ts': thing,
  });
  expect(found).toEqual([]);
});
