// A text that one language lacks fails the check. A catalogue is a folder with an en.ts or en.json: its keys are the
// truth, every language beside it must have them all with the same {slots}, and Arabic must be there.
import { basename, dirname, extname, join } from 'node:path';
import { finish, read, root, sourceFiles } from './tree.ts';

type Texts = Map<string, string>;
const required = ['ar'];
const language = /^[a-z]{2}(-[A-Z]{2})?$/;
const isCatalogue = /(^|\/)en\.(ts|json)$/;
const content = /(^|\/)demo\//;

const files = sourceFiles();
const findings: string[] = [];
const catalogues = files.filter((path) => isCatalogue.test(path) && !content.test(path));
for (const path of catalogues) await checkCatalogue(path);
if (catalogues.length === 0)
  findings.push('no catalogue of texts found: the check looked in the wrong place');
finish(findings);

async function checkCatalogue(english: string): Promise<void> {
  const folder = dirname(english);
  const beside = files.filter(
    (path) => dirname(path) === folder && language.test(nameOf(path)) && path !== english,
  );
  for (const missing of required.filter((name) => !beside.some((path) => nameOf(path) === name))) {
    findings.push(`${folder}: no ${missing} beside en`);
  }
  const truth = await textsOf(english);
  for (const path of beside) compare(path, truth, await textsOf(path));
}

function compare(path: string, truth: Texts, there: Texts): void {
  for (const [key, text] of truth) {
    const said = there.get(key)?.trim();
    if (!said) findings.push(`${path}: "${key}" is missing`);
    else if (!isPlural(key) && slots(said) !== slots(text))
      findings.push(`${path}: "${key}" has other {slots} than English`);
  }
  for (const key of there.keys()) {
    if (!truth.has(key) && !isPlural(key)) findings.push(`${path}: "${key}" is not in English`);
  }
}

async function textsOf(path: string): Promise<Texts> {
  const value =
    extname(path) === '.json'
      ? JSON.parse(read(path))
      : Object.values(await import(join(root, path))).find(isObject);
  return new Map(flatten(value, ''));
}

function flatten(value: unknown, key: string): [string, string][] {
  if (!isObject(value)) return [[key, typeof value === 'string' ? value : '(made)']];
  return Object.entries(value).flatMap(([name, inner]) =>
    flatten(inner, key === '' ? name : `${key}.${name}`),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
function isPlural(key: string): boolean {
  return /\.(zero|one|two|few|many|other)$/.test(key);
}
function nameOf(path: string): string {
  return basename(path, extname(path));
}
function slots(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
}
