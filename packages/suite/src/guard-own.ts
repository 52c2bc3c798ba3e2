import { role } from '@kontor/data';
import type { PayloadHandler, SanitizedCollectionConfig, SanitizedConfig } from 'payload';

const editors = role('admin', 'editor');

/** Payload's own collections let every signed-in person in; who edits what is the editors' business. */
export function guardOwn(built: SanitizedConfig): SanitizedConfig {
  const locks = ownOf(built, 'payload-locked-documents');
  Object.assign(locks.access, { create: editors, read: editors, update: editors, delete: editors });
  const preferences = ownOf(built, 'payload-preferences');
  if (!preferences.endpoints) throw new Error('Payload keeps preferences in another way: look at it again');
  // Copies: every collection of Payload has the same endpoint objects.
  preferences.endpoints = preferences.endpoints.map((endpoint) => ({
    ...endpoint,
    handler: smallAndByEditors(endpoint.handler),
  }));
  return built;
}

function ownOf({ collections }: SanitizedConfig, slug: string): SanitizedCollectionConfig {
  const own = collections.find((collection) => collection.slug === slug);
  if (!own) throw new Error(`Payload has renamed its ${slug}: look at their access again`);
  return own;
}

/** Bytes of one preference: which columns a list shows, which panes are open. */
const largestPreference = 20_000;

/** What the admin remembers of those who may open it has neither a rule nor an end of its own. */
const smallAndByEditors =
  (handler: PayloadHandler): PayloadHandler =>
  (req) => {
    if (!editors({ req })) return refuse(403, 'You may not do this.');
    const isWriting = req.method !== 'GET' && req.method !== 'DELETE';
    const length = Number(req.headers.get('content-length') ?? Number.NaN);
    if (isWriting && !(length <= largestPreference)) return refuse(413, 'This is too much to remember.');
    return handler(req);
  };

const refuse = (status: number, message: string): Response =>
  Response.json({ errors: [{ message }] }, { status });
