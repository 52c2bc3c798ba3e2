import { type Config, ensureSearchKey } from '@kontor/config';
import type { Log } from '@kontor/log';
import { type MailContext, mailSearchSource } from '@kontor/mailbox';
import { createFileReader, createSearch, type Search, type SearchSource } from '@kontor/search';
import { fileSearchSource, pageSearchSource } from '@kontor/wiki';

/** Search over what the features give, in the Meilisearch of the settings; without one the sources search their titles. */
export function openSearch(
  config: Config,
  parts: Omit<Parameters<typeof createSearch>[0], 'server'>,
): Search {
  const { search } = config;
  const server = search && { url: search.url, key: search.key ?? ensureSearchKey(config) };
  return createSearch({ ...parts, server });
}

/** What can be found in this house, in the order in which it is shown. */
export function searchSources(
  parts: Pick<MailContext, 'payload' | 'bulk' | 'clock' | 'blobs'>,
  { log, readThread }: { log: Log; readThread: URL | undefined },
): SearchSource[] {
  const readFile = createFileReader({
    thread: readThread,
    onUnread: ({ key, type }, why) => log.warn('search.unread', { blob: key, type, why }),
  });
  return [pageSearchSource(parts), fileSearchSource({ ...parts, readFile }), mailSearchSource(parts)];
}
