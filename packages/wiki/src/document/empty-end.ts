import type { NodeJson } from './types.ts';

/** The editor keeps an empty line at the end to go on writing in. */
export function withoutEmptyEnd(content: readonly NodeJson[] = []): NodeJson[] {
  const isEmpty = ({ type, content: inside = [] }: NodeJson) => type === 'paragraph' && inside.length === 0;
  const last = content.findLastIndex((node) => !isEmpty(node));
  return content.slice(0, Math.max(last, 0) + 1);
}
