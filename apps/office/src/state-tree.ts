import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const name = 'next-router-state-tree';
/** Next's own limit of the header; a page of ours is five deep. */
const [mostSigns, deepest] = [40_000, 50];

/**
 * Next answers 500 to a router's state that it cannot read, and hides the header from the proxy. Without one it answers
 * with the whole page, as to a browser that comes for the first time.
 */
export function forgetBrokenStates(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const state = request.headers[name];
    if (state !== undefined && !isStateTree(String(state))) delete request.headers[name];
  });
}

/** Whether it is what Next's client sends: [segment, { slot: tree }, …] in JSON, percent-encoded. */
export function isStateTree(header: string): boolean {
  if (header.length > mostSigns) return false;
  try {
    return isTree(JSON.parse(decodeURIComponent(header)), deepest);
  } catch {
    return false;
  }
}

function isTree(value: unknown, depth: number): boolean {
  if (depth === 0 || !Array.isArray(value) || value.length < 2 || value.length > 6) return false;
  const [segment, slots, place, mark, hint, stale] = value;
  if (typeof slots !== 'object' || slots === null || Array.isArray(slots)) return false;
  return (
    isSegment(segment) &&
    (isMissing(place) || (isTexts(place) && place.length === 2)) &&
    (isMissing(mark) || ['refetch', 'inside-shared-layout', 'metadata-only'].includes(mark)) &&
    (isMissing(hint) || typeof hint === 'number') &&
    (stale === undefined || typeof stale === 'string') &&
    Object.values(slots).every((tree) => isTree(tree, depth - 1))
  );
}

/** A folder's name, or [parameter, its value, its kind, its siblings]. */
function isSegment(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [parameter, text, kind, siblings] = value;
  return (
    isTexts([parameter, text]) &&
    /^(c|oc|d|[cd]i\((\.|\.\.|\.\.\.|\.\.\)\(\.\.)\))$/.test(String(kind)) &&
    (siblings === null || isTexts(siblings))
  );
}

const isMissing = (value: unknown): boolean => value === undefined || value === null;
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
