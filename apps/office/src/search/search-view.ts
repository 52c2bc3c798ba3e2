import type { Piece, SearchKind, WithoutIndex } from '@kontor/search';

/** A hit as it is drawn; whatever of it is foreign is text, never markup. */
export interface HitView {
  key: string;
  href: string;
  title: Piece[];
  excerpt: Piece[];
  /** Sender and folder, or space. */
  detail: string[];
  /** As a list says it, and the exact instant. */
  when: string;
  date: string;
}

export interface GroupView {
  kind: SearchKind;
  count: number;
  more: boolean;
  /** Where all of this kind are; null when all are shown. */
  all: string | null;
  hits: HitView[];
}

export interface SearchView {
  query: string;
  without: WithoutIndex | null;
  count: number;
  more: boolean;
  groups: GroupView[];
}

export const searchPath = (query: string, kind?: SearchKind): string =>
  `/search?${new URLSearchParams({ q: query, ...(kind ? { kind } : {}) })}`;
