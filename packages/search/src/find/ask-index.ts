import type { Clock } from '@kontor/core';
import { mark } from '#documents/fold.ts';
import type { Meilisearch } from '#meilisearch/meilisearch.ts';
import { indexes } from '#meilisearch/search-index.ts';
import { quoted, scopeFilter, tenantToken } from '#meilisearch/tenant-token.ts';
import { searchProblems } from '#problems.ts';
import type { SearchKind } from '#source.ts';
import type { RawHit } from './found.ts';

interface Question {
  query: string;
  kinds: readonly SearchKind[];
  scopes: readonly string[];
  /** Hits of each kind. */
  limit: number;
}

/** Raw hits of each kind, the best first; null when there is no index yet. */
export type AskIndex = (question: Question) => Promise<Map<SearchKind, RawHit[]> | null>;

/** Of our own making, so that every part means the same key. */
const keyUid = '8f6e3c1a-9d1b-4c5e-8a2f-5b7d1e0c4a63';
/** A token is made for one question. */
const tokenLifeMs = 60_000;
const patienceMs = 3000;

export function createAskIndex({ meilisearch, clock }: { meilisearch: Meilisearch; clock: Clock }): AskIndex {
  let key: Promise<string> | undefined;

  /** The key that may do nothing but search, made where there is none. */
  async function searchKey(): Promise<string> {
    const wanted = {
      uid: keyUid,
      name: 'Kontor',
      actions: ['search'],
      indexes: [indexes.live],
      expiresAt: null,
    };
    const made = await meilisearch.ask({ method: 'POST', path: '/keys', body: wanted });
    const found = made.status === 409 ? await meilisearch.ask({ path: `/keys/${keyUid}` }) : made;
    return String(found.body['key']);
  }

  async function ask({ query, kinds, scopes, limit }: Question) {
    key ??= searchKey();
    const filter = scopeFilter(scopes);
    const signing = { uid: keyUid, key: await key };
    const expiresAt = clock.now() + tokenLifeMs;
    return meilisearch.ask({
      method: 'POST',
      path: '/multi-search',
      token: tenantToken({ key: signing, index: indexes.live, filter, expiresAt }),
      timeoutMs: patienceMs,
      body: { queries: kinds.map((kind) => questionOf(query, kind, limit)) },
    });
  }

  return async (question) => {
    const answer = await ask(question).catch((error) => {
      key = undefined;
      // A Meilisearch that was begun anew knows our key no more.
      if (searchProblems.is(error, 'key-refused')) return ask(question);
      throw error;
    });
    if (answer.code === 'index_not_found') return null;
    if (answer.status !== 200) throw new Error(`Meilisearch refused a question: ${answer.code}`);
    const results = answer.body['results'] as { hits: IndexHit[] }[];
    return new Map(question.kinds.map((kind, at) => [kind, (results[at]?.hits ?? []).map(toRaw)]));
  };
}

interface IndexHit {
  record: string;
  topic: string;
  _formatted: { title: string; text: string };
}

const questionOf = (q: string, kind: SearchKind, limit: number) => ({
  indexUid: indexes.live,
  q,
  filter: `kind = ${quoted(kind)}`,
  limit,
  attributesToRetrieve: ['record', 'topic'],
  attributesToHighlight: ['title', 'text'],
  attributesToCrop: ['text'],
  cropLength: 32,
  highlightPreTag: mark.begin,
  highlightPostTag: mark.end,
});

const toRaw = ({ record, topic, _formatted }: IndexHit): RawHit => ({
  record,
  topic,
  title: _formatted.title,
  excerpt: _formatted.text,
});
