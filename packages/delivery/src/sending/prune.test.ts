import { fakeClock } from '@kontor/core';
import { testEngines } from '@kontor/data/testing';
import { expect, test } from 'vitest';
import { openDue } from '#queue/open-due.ts';
import { openSending } from '#testing/open-sending.ts';
import { pruneSending } from './prune.ts';
import { sendDraft } from './send-draft.ts';

const day = 24 * 60 * 60 * 1000;

test.each(testEngines())(
  '%s: after a month what is done is forgotten, and what still waits is not',
  async (engine) => {
    const clock = fakeClock();
    const post = await openSending(engine, clock);
    try {
      const { bulk } = post.context;
      const send = async (to: string) => {
        const { id, version } = await post.draft({ to: [to] });
        await sendDraft.perform(post.context, { draft: id, version }, post.callers.grace);
      };
      await send('nora@x.test');
      await send('uwe@z.test');
      clock.advance(10_000);
      await openDue(post.context);
      await bulk.write([
        { op: 'update', in: 'outgoing', where: { domain: 'x.test' }, set: { state: 'done' } },
      ]);
      clock.advance(29 * day);
      await pruneSending(post.context);
      expect(await bulk.count('dispatches', {})).toBe(2);
      // Nobody sent for weeks: the service was down.
      clock.advance(2 * day);
      await pruneSending(post.context);
      const rows = await bulk.find('outgoing', {});
      expect(rows).toMatchObject([{ domain: 'z.test', state: 'waiting' }]);
      expect((await bulk.find('dispatches', {})).map(({ id }) => id)).toEqual([rows[0]?.['dispatch']]);
    } finally {
      await post.close();
    }
  },
);
