import type { Office } from '@kontor/suite';

/** The names of persons by their ids. */
export async function personNames(
  { bulk }: Office,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await bulk.find('persons', { id: { in: wanted } }, { select: ['name'] });
  return new Map(rows.map((row) => [row.id, String(row['name'])]));
}

/** The firm's groups, by name. */
export async function groupsOfFirm({ bulk }: Office): Promise<{ id: string; name: string }[]> {
  const rows = await bulk.find('groups', {}, { sort: 'name', select: ['name'] });
  return rows.map((row) => ({ id: row.id, name: String(row['name']) }));
}
