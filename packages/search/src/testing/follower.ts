// A follower as a process of its own, to be killed: the database's settings and Meilisearch's address are its argument.
import { systemClock } from '@kontor/core';
import { createBulk, createChanges, createClaims } from '@kontor/data';
import { openPayload } from '@kontor/data/testing';
import { createSearch } from '#search.ts';
import { things, thingsSources } from './things.ts';

const { settings, url } = JSON.parse(process.argv[2] ?? '');
const payload = await openPayload({ settings, collections: [things] });
const bulk = createBulk(payload);
const search = createSearch({
  server: { url, key: process.env['FOLLOWER_KEY'] ?? '' },
  sources: thingsSources(bulk),
  changes: createChanges({ bulk, clock: systemClock }),
  claims: createClaims({ bulk, clock: systemClock }),
  clock: systemClock,
  log: { event: () => {}, warn: () => {} },
});
await search.follow(new AbortController().signal);
