import { createHash } from 'node:crypto';
import type { Changes } from '@kontor/data';
import type { Payload } from 'payload';
import { publishedContent } from './published-content.ts';

export interface SiteContent {
  etag: string;
  json: string;
}

/**
 * What the site asks for every second: made anew only after something it shows has changed, which the log of changes
 * tells. Null before the firm is set up.
 */
export function contentForSite(parts: {
  payload: Payload;
  changes: Pick<Changes, 'read' | 'latest'>;
}): () => Promise<SiteContent | null> {
  let seen: number | null = null;
  let content: SiteContent | null = null;
  let making: Promise<SiteContent | null> | null = null;

  async function refresh(): Promise<SiteContent | null> {
    let isStale = content === null;
    // The number is taken before the content is read: what comes in between makes it stale again.
    seen ??= await parts.changes.latest();
    for (;;) {
      const changes = await parts.changes.read(seen);
      const [first] = changes;
      const last = changes.at(-1);
      if (!first || !last) break;
      // Numbers have no gaps but where the log has forgotten: a publish may have been there.
      isStale ||= first.seq > seen + 1 || changes.some(({ kind }) => kind === 'site.published');
      seen = last.seq;
    }
    if (!isStale) return content;
    // Until it is made anew there is none: a failure here must not leave the old one standing.
    content = null;
    const snapshot = await publishedContent(parts.payload);
    if (!snapshot) return null;
    const json = JSON.stringify(snapshot);
    content = { json, etag: `"${createHash('sha256').update(json).digest('base64url')}"` };
    return content;
  }

  return () => {
    making ??= refresh().finally(() => {
      making = null;
    });
    return making;
  };
}
