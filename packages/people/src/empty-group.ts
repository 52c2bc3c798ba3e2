import type { CollectionBeforeDeleteHook } from 'payload';

/** Before a group goes everybody leaves it. MongoDB would keep its id with each of them, and so all that it opened to them. */
export const emptyGroup: CollectionBeforeDeleteHook = async ({ id: group, req: { payload } }) => {
  const { docs } = await payload.db.find<{ id: string; groups: string[] }>({
    collection: 'persons',
    where: { groups: { in: [group] } },
    limit: 0,
    pagination: false,
  });
  for (const { id, groups } of docs) {
    const data = { groups: groups.filter((one) => one !== group) };
    await payload.db.updateOne({ collection: 'persons', id, data, returning: false });
  }
};
