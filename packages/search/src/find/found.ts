import type { FoundRecord, SearchKind } from '#source.ts';
import type { Piece } from './pieces.ts';

export interface Hit {
  kind: SearchKind;
  record: string;
  topic: string;
  title: Piece[];
  /** The passage that fits best; empty where only titles were searched. */
  excerpt: Piece[];
  detail: string;
  /** Milliseconds since 1970. */
  date: number;
  place: Readonly<Record<string, string>>;
}

export interface FoundGroup {
  kind: SearchKind;
  hits: Hit[];
  /** Of what this person may see, hits that are not shown included. */
  count: number;
  /** There are more than were counted. */
  more: boolean;
}

/** Why there is no index to ask just now. */
export type WithoutIndex = 'off' | 'away' | 'building';

export interface Found {
  query: string;
  /** Null when the index was asked; else titles were searched, and why. */
  without: WithoutIndex | null;
  groups: FoundGroup[];
}

/** A hit before its rights were looked at. */
export interface RawHit extends FoundRecord {
  /** With marks around what was searched for; null where only the record is known. */
  title: string | null;
  excerpt: string;
}
