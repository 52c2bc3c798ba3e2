import { createBulk } from '#bulk/bulk.ts';
import type { DatabaseSettings } from '#database-adapter.ts';
import { openPayload } from '#testing/index.ts';
import { things } from './things.ts';

/** One of the two processes of the contract: counts, appends and claims beside the other; prints what it won. */
const [settings = '{}', name = 'w', share = '100'] = process.argv.slice(2);
const database = JSON.parse(settings) as DatabaseSettings;
const payload = await openPayload({ settings: database, collections: [things] });
const bulk = createBulk(payload);
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
let won = 0;
for (let number = 0; number < Number(share); number += 1) {
  const id = `${name}-${number}`;
  await payload.create({ collection: 'things' as never, data: { id, name: id, box: id } as never });
  await payload.db.updateOne({ collection: 'things', id: 'counter', data: { hits: { $inc: 1 } } });
  const rows = [{ id: `${id}-numbered`, name: `${id}-numbered` }];
  await bulk.write([
    { op: 'append', into: 'things', scope: { box: 'both' }, numbers: ['uid', 'modseq'], rows },
  ]);
  const [claim] = await bulk.write([
    {
      op: 'update',
      in: 'things',
      where: { id: `free-${number}`, thread: null },
      set: { thread: name },
    },
  ]);
  won += claim?.count ?? 0;
}
await payload.destroy();
process.stdout.write(`${won}\n`, () => process.exit(0));
