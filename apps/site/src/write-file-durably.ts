import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newId } from '@kontor/core';

/** The file is there whole or not at all, also after a power cut: written aside, synced, renamed, folder synced. */
export async function writeFileDurably(path: string, bytes: string | Uint8Array): Promise<void> {
  const draft = `${path}.${newId()}.draft`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
