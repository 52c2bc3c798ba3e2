import type { ActionContext, Clock } from '@kontor/core';
import type { BlobStore, Bulk } from '@kontor/data';
import type { MarkdownReader } from '#markdown/markdown-reader.ts';

export interface WikiContext extends ActionContext {
  bulk: Bulk;
  blobs: BlobStore;
  clock: Clock;
  readMarkdown: MarkdownReader;
}

/** For reading outside of an action, as the index does. */
export type WikiReader = Pick<WikiContext, 'bulk'>;
