import { systemClock } from '@kontor/core';
import { createBulk, createChanges } from '@kontor/data';
import type { Payload } from 'payload';

/** Tells the site, by the log of changes, that what it shows may be different now. */
async function tell(payload: Payload, subject: string): Promise<void> {
  await createChanges({ bulk: createBulk(payload), clock: systemClock }).record('site.published', subject);
}

interface HookArgs {
  req: { payload: Payload };
}

const tellOf =
  (slug: string) =>
  async ({ req, doc }: HookArgs & { doc: unknown }) => {
    await tell(req.payload, slug);
    return doc;
  };

export const collectionHooks = (slug: string) => ({
  afterChange: [tellOf(slug)],
  afterDelete: [tellOf(slug)],
});

export const globalHooks = (slug: string) => ({ afterChange: [tellOf(slug)] });
