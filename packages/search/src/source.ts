import type { CallingPerson } from '@kontor/core';
import type { Change } from '@kontor/data';

export const searchKinds = ['page', 'file', 'mail'] as const;
/** What is found: a page of the wiki, a file attached to one, a conversation of mail. */
export type SearchKind = (typeof searchKinds)[number];

/** A record as it is searched; one may have several texts, as a page has files. */
export interface SearchText {
  /** One hit is shown for all texts of one topic: messages of a conversation. */
  topic: string;
  title: string;
  text: string;
  /** Who may find it, coarsely: `space:ID`, `mailbox:ID`. The fine answer is `visible`. */
  scopes: readonly string[];
  /** Milliseconds since 1970; newer ones come first among equals. */
  date: number;
}

/** What a hit says beside its words, and where it leads. Read from the database as the hit is shown. */
export interface VisibleRecord {
  title: string;
  /** Who wrote to whom, which space: one line. */
  detail: string;
  date: number;
  /** Parts of the address; the office makes a link of them. */
  place: Readonly<Record<string, string>>;
}

/** A hit before its rights were looked at. */
export interface FoundRecord {
  record: string;
  topic: string;
}

/** What one feature gives to search. Every question about rights is asked of the database anew. */
export interface SearchSource {
  kind: SearchKind;
  /** To read one of its records may take many seconds: nothing else waits for it. */
  isSlow?: boolean;
  /** Kinds of changes after which something of it may read otherwise. */
  follows: readonly string[];
  /** Ids of the records to be read anew after a change. */
  recordsOf(change: Change): Promise<readonly string[]>;
  /** None when the record is gone. */
  textsOf(record: string): Promise<readonly SearchText[]>;
  /** Ids of everything, for a rebuild. */
  all(): AsyncIterable<string>;
  scopesOf(person: CallingPerson): Promise<readonly string[]>;
  /** What this person may see now of each, in their order; null where that is nothing. */
  visible(person: CallingPerson, found: readonly FoundRecord[]): Promise<readonly (VisibleRecord | null)[]>;
  /**
   * Without an index: newest records that this person may see whose title has all of these words, in a search that is
   * bounded whatever there is. Words are folded (`foldWord`).
   */
  searchTitles(
    person: CallingPerson,
    words: readonly string[],
    limit: number,
  ): Promise<readonly FoundRecord[]>;
}
