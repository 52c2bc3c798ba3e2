import type { CollectionConfig } from 'payload';
import { expect, test } from 'vitest';
import { createBulk } from '#bulk/bulk.ts';
import { collection } from '#collection.ts';
import { openPayload, startMongod, testEngines } from '#testing/index.ts';

const fields: CollectionConfig['fields'] = [{ name: 'name', type: 'text' }];
const things = [collection({ slug: 'things', fields })];

test.skipIf(!testEngines().includes('mongodb'))(
  'MongoDB killed in the middle of a load has every write it acknowledged',
  async () => {
    const mongod = await startMongod();
    const settings = { kind: 'mongodb', url: mongod.url } as const;
    const payload = await openPayload({ settings, collections: things });
    const bulk = createBulk(payload);
    const acknowledged: string[] = [];
    let isKilled = false;
    const writer = async (name: number) => {
      for (let number = 0; !isKilled; number += 1) {
        const id = `w${name}-${number}`;
        // Both ways in: the port of hot paths, and Payload as everything else uses it.
        const write =
          number % 2 === 0
            ? bulk.write([{ op: 'insert', into: 'things', rows: [{ id, name: id }] }])
            : payload.create({ collection: 'things' as never, data: { id, name: id } as never });
        const written = await (write as Promise<unknown>).then(
          () => true,
          () => false,
        );
        if (!written) return;
        acknowledged.push(id);
        if (acknowledged.length === 400) {
          isKilled = true;
          await mongod.kill();
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)));
    await payload.destroy();
    await mongod.restart();
    const fresh = await openPayload({ settings, collections: things });
    const stored = new Set((await createBulk(fresh).find('things', {})).map(({ id }) => id));
    const lost = acknowledged.filter((id) => !stored.has(id));
    await fresh.destroy();
    await mongod.stop();
    expect(acknowledged.length).toBeGreaterThanOrEqual(400);
    expect(lost).toEqual([]);
  },
);
