import type { ActionContext, Clock } from '@kontor/core';
import type { BlobStore, Bulk } from '@kontor/data';
import type { Payload } from 'payload';

export interface MailContext extends ActionContext {
  payload: Payload;
  bulk: Bulk;
  blobs: BlobStore;
  clock: Clock;
}
