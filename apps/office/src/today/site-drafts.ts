import type { Payload } from 'payload';

export interface SiteDraft {
  title: string;
  /** Address in the admin. */
  path: string;
}

const drafted = ['pages', 'posts', 'services'];
const mostShown = 10;

/** What of the website was changed and is not published, the newest first. */
export async function siteDrafts(payload: Payload): Promise<SiteDraft[]> {
  const found = await Promise.all(
    drafted.map(async (collection) => {
      const { docs } = await payload.find({
        collection: collection as never,
        draft: true,
        depth: 0,
        limit: mostShown,
        sort: '-updatedAt',
        where: { _status: { equals: 'draft' } },
      });
      return (docs as unknown as { id: string; title?: string | null; updatedAt: string }[]).map(
        ({ id, title, updatedAt }) => ({
          title: title || id,
          path: `/admin/collections/${collection}/${id}`,
          updatedAt,
        }),
      );
    }),
  );
  return found
    .flat()
    .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
    .slice(0, mostShown)
    .map(({ title, path }) => ({ title, path }));
}
