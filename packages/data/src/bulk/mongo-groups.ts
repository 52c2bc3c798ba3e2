import { type Document, type DriverCollection, filterOf, isPlainObject, mongoField } from './mongo-driver.ts';
import type { Group, GroupQuery, Match } from './port.ts';

/**
 * Groups, newest first, found by walking the rows from the newest: a group belongs where its newest row stands. With an
 * index on (…where, latest, by) and one on (…where, by, latest) a page reads little more than itself.
 */
export async function mongoGroups(
  collection: DriverCollection,
  { where, by, latest, having, after, limit }: GroupQuery,
): Promise<Group[]> {
  const matching = filterOf(where);
  const groups: Group[] = [];
  const met = new Set<string>();
  const projection = { _id: 0, [by]: 1, [latest]: 1 };
  for (let from = after, stride = limit * 2; groups.length < limit; stride = Math.min(stride * 2, 5000)) {
    const options = { sort: { [latest]: -1, [by]: -1 }, limit: stride, projection };
    const rows = await collection.find(beyond(matching, { by, latest }, from), options).toArray();
    const keys = [...new Set(rows.map((row) => String(row[by])))].filter((key) => !met.has(key));
    for (const key of keys) met.add(key);
    groups.push(...(await wholeGroups(collection, matching, { by, latest, having, keys, after })));
    const last = rows.at(-1);
    if (!last || rows.length < stride) break;
    from = { latest: Number(last[latest]), key: String(last[by]) };
  }
  return groups.slice(0, limit);
}

/** Rows older than the group, and those as old that come later by their key. */
function beyond(
  matching: Document,
  { by, latest }: Pick<GroupQuery, 'by' | 'latest'>,
  from: GroupQuery['after'],
): Document {
  if (!from) return matching;
  const older = { [latest]: { $lt: from.latest } };
  const asOld = { [latest]: from.latest, [by]: { $lt: from.key } };
  return { $and: [matching, { [latest]: { $lte: from.latest } }, { $or: [older, asOld] }] };
}

/** These groups in their order, without those that stand on an earlier page or have no row that matches `having`. */
async function wholeGroups(
  collection: DriverCollection,
  matching: Document,
  { by, latest, having, keys, after }: Omit<GroupQuery, 'from' | 'where' | 'limit'> & { keys: string[] },
): Promise<Group[]> {
  if (keys.length === 0) return [];
  const group: Document = { _id: `$${by}`, latest: { $max: `$${latest}` }, count: { $sum: 1 } };
  if (having) group['some'] = { $max: { $cond: [conditionOf(having), 1, 0] } };
  const inThese = { $and: [matching, { [by]: { $in: keys } }] };
  const found = await collection.aggregate([{ $match: inThese }, { $group: group }]).toArray();
  const byKey = new Map(found.map((one) => [String(one['_id']), one]));
  return keys.flatMap((key) => {
    const one = byKey.get(key);
    if (!one || (having && one['some'] !== 1)) return [];
    const whole = { key, latest: Number(one['latest']), count: Number(one['count']) };
    return after && !isBeyond(whole, after) ? [] : [whole];
  });
}

const isBeyond = (one: { key: string; latest: number }, from: { key: string; latest: number }): boolean =>
  one.latest < from.latest || (one.latest === from.latest && one.key < from.key);

/** A match as an aggregation expression; equality and `not` are all that groups are asked for. */
function conditionOf(match: Match): Document {
  return {
    $and: Object.entries(match).map(([name, wanted]) =>
      isPlainObject(wanted) && 'not' in wanted
        ? { $ne: [`$${mongoField(name)}`, wanted['not']] }
        : { $eq: [`$${mongoField(name)}`, wanted] },
    ),
  };
}
