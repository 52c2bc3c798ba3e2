// A text that one language lacks fails the check. A catalogue is a folder with an en.ts or en.json: its keys are the
// truth, every language beside it must have them all with the same {slots} and every plural of its own, and all that
// the office speaks must be there.
import { basename, dirname, extname, join } from 'node:path';
import { officeLanguages } from '../../packages/core/src/locales.ts';
import { finish, read, root, sourceFiles } from './tree.ts';

type Texts = Map<string, string>;
type Plurals = Map<string, number>;
const required = officeLanguages.filter((name) => name !== 'en');
const ownScript = ['ar', 'ru'];
const plural = /\.(zero|one|two|few|many|other)$/;
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
  for (const path of [english, ...beside]) compare(path, truth, await textsOf(path));
}

function compare(path: string, truth: Texts, there: Texts): void {
  const forms = pluralsOf(nameOf(path));
  for (const [key, text] of truth) {
    if (key.endsWith('.other')) comparePlurals(path, key.slice(0, -'.other'.length), text, there, forms);
    else if (!plural.test(key)) compareText(path, key, text, there.get(key));
  }
  for (const key of there.keys()) {
    const [, form] = plural.exec(key) ?? [];
    const stem = key.replace(plural, '');
    const isKnown = form && truth.has(`${stem}.other`) ? forms.has(form) : truth.has(key);
    if (!isKnown) findings.push(`${path}: "${key}" is not in English`);
  }
}

function comparePlurals(path: string, stem: string, text: string, there: Texts, forms: Plurals): void {
  for (const [form, covers] of forms) {
    const key = `${stem}.${form}`;
    const said = there.get(key);
    // "two attachments" needs no figure where the form is said of that number alone.
    const figure = covers === 1 && !said?.includes('{count}') ? ' {count}' : '';
    // Nothing is counted that is not there.
    if (form !== 'zero' || said) compareText(path, key, text, said && said + figure);
  }
}

function compareText(path: string, key: string, text: string, said: string | undefined): void {
  if (!said?.trim()) findings.push(`${path}: "${key}" is missing`);
  else if (slots(said) !== slots(text)) findings.push(`${path}: "${key}" has other {slots} than English`);
  else if (said === text && ownScript.includes(nameOf(path)) && /[a-z]{3}/.test(text.replace(/\{\w+\}/g, '')))
    findings.push(`${path}: "${key}" is still English`);
}

/** A language's plural forms, each with how many of the first whole numbers it is said of. */
function pluralsOf(language: string): Plurals {
  const rules = new Intl.PluralRules(language);
  const forms: Plurals = new Map(rules.resolvedOptions().pluralCategories.map((form) => [form, 0]));
  for (let count = 0; count <= 200; count++) {
    const form = rules.select(count);
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return forms;
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
function nameOf(path: string): string {
  return basename(path, extname(path));
}
function slots(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
}
