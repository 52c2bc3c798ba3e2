import { actionProblems } from '@kontor/core';
import { wikiProblems } from '@kontor/wiki';
import { mostPage } from '#body/large-body.ts';

const mostBytes = 25_000_000;

/** The body, read no further than that. */
async function readAtMost(request: Request, most: number, refuse: () => never): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) refuse();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Throws wiki.attachment-too-large. */
export const readBytes = (request: Request): Promise<Buffer<ArrayBuffer>> =>
  readAtMost(request, mostBytes, () =>
    wikiProblems.raise('attachment-too-large', { values: { megabytes: mostBytes / 1e6 } }),
  );

/** The fields of a JSON object that holds a page; throws wiki.page-too-large, and "invalid input" for anything else. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const body = await readAtMost(request, mostPage, () => wikiProblems.raise('page-too-large'));
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Answered like anything else that is no object.
  }
  throw actionProblems.make('invalid-input');
}
