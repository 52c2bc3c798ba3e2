import { type CssNode, type Declaration, generate, parse, type Rule, walk } from 'css-tree';
import { allowedFunctions, allowedProperties, viewportUnit } from './css-properties.ts';

const maxSheet = 200_000;
const maxAttribute = 4_000;
/** Each error costs the parser more than a page of good rules; what has this many is no style. */
const maxErrors = 100;

/** A style attribute with only what may stay; empty when nothing may. */
export function filterStyleAttribute(style: string): string {
  if (style.length > maxAttribute) return '';
  const list = parsed(style, 'declarationList');
  return list?.type === 'DeclarationList' ? printed(list.children.toArray()) : '';
}

/** A style sheet with only rules and @media that may stay. No imports, fonts, pictures or key frames. */
export function filterSheet(css: string): string {
  if (css.length > maxSheet) return '';
  const sheet = parsed(uncommented(css), 'stylesheet');
  return sheet?.type === 'StyleSheet' ? rulesOf(sheet.children.toArray()) : '';
}

/** Null when it is no CSS, or goes so deep that the parser's stack ends. */
function parsed(css: string, context: 'declarationList' | 'stylesheet'): CssNode | null {
  let errors = 0;
  const onParseError = (error: Error) => {
    errors += 1;
    if (errors > maxErrors) throw error;
  };
  try {
    return parse(css, { context, onParseError });
  } catch {
    return null;
  }
}

// Old mail programs hide sheets from older ones still: <style><!-- … --></style>.
const uncommented = (css: string): string => css.replaceAll('<!--', ' ').replaceAll('-->', ' ');

function rulesOf(nodes: CssNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'Rule') return ruleOf(node);
      if (node.type !== 'Atrule' || node.name.toLowerCase() !== 'media') return '';
      if (!node.block || !node.prelude || isUnread(node.prelude)) return '';
      const inside = rulesOf(node.block.children.toArray());
      return inside ? `@media ${inTag(generate(node.prelude))}{${inside}}` : '';
    })
    .join('');
}

function ruleOf(rule: Rule): string {
  if (rule.prelude.type !== 'SelectorList' || isUnread(rule.prelude)) return '';
  const body = printed(rule.block.children.toArray());
  return body ? `${inTag(generate(rule.prelude))}{${body}}` : '';
}

const printed = (nodes: CssNode[]): string =>
  nodes
    .filter((node) => node.type === 'Declaration')
    .filter(mayStay)
    .map((declaration) => inTag(generate(declaration)))
    .join(';');

function mayStay({ property, value }: Declaration): boolean {
  if (!allowedProperties.has(property.toLowerCase()) || value.type !== 'Value') return false;
  let may = true;
  walk(value, (node) => {
    if (node.type === 'Url' || node.type === 'Raw' || node.type === 'UnicodeRange') may = false;
    if (node.type === 'Function' && !allowedFunctions.has(node.name.toLowerCase())) may = false;
    if (node.type === 'Dimension' && viewportUnit.test(node.unit)) may = false;
  });
  return may;
}

/** True when the parser gave up somewhere and kept the text as it stood. */
function isUnread(node: CssNode): boolean {
  let unread = false;
  walk(node, (inner) => {
    if (inner.type === 'Raw') unread = true;
  });
  return unread;
}

/** A string in CSS may hold "</style>": as an escape it says the same and ends nothing. */
const inTag = (css: string): string => css.replaceAll('<', '\\3c ');
