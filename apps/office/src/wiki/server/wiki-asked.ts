import { readWikiPlace, type WikiPlace } from '../wiki-address.ts';

/** What the address of a screen of the wiki asks for. */
export interface WikiAsked {
  /** To come back to after signing in. */
  path: string;
  place: WikiPlace | null;
  version: number | undefined;
  /** What is compared in the history. */
  from: number | undefined;
  to: number | undefined;
  /** A text kept aside: to be compared, or taken up in the editor. */
  aside: string | undefined;
  before: number | undefined;
  /** Somebody's save has just been kept aside. */
  kept: boolean;
  saved: boolean;
  /** Code of the problem that a form ended in. */
  problem: string | undefined;
  hasHtml: boolean;
  /** What the page loses as Markdown is named, and asked about. */
  losses: boolean;
  wantsNewSpace: boolean;
}

type Query = Record<string, string | string[] | undefined>;

export function readAsked(parts: readonly string[], query: Query): WikiAsked {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value.length <= 100 ? value : undefined;
  };
  const number = (name: string) => {
    const value = Number(text(name) ?? Number.NaN);
    return Number.isInteger(value) && value >= 0 && value <= 1_000_000_000 ? value : undefined;
  };
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  return {
    path: `${['/wiki', ...parts].join('/')}${search.size > 0 ? `?${search}` : ''}`,
    place: readWikiPlace(parts.map(decoded)),
    version: number('version') || undefined,
    from: number('from'),
    to: number('to') || undefined,
    aside: text('aside'),
    before: number('before') || undefined,
    kept: text('kept') !== undefined,
    saved: text('saved') !== undefined,
    problem: text('problem'),
    hasHtml: text('html') !== undefined,
    losses: text('losses') !== undefined,
    wantsNewSpace: text('new') === 'space',
  };
}

/** Next hands a path's parts on as they were sent. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
