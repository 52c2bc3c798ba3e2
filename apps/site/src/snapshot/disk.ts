import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Snapshot, snapshotSchema } from '@kontor/website/snapshot';
import { writeFileDurably } from '#write-file-durably.ts';

/** A snapshot with the tag the office gave it. */
export interface Kept {
  etag: string;
  snapshot: Snapshot;
}

export interface SnapshotDisk {
  /** The newest whole snapshot, or the one before it when the newest is damaged. */
  load(): Promise<Kept | null>;
  save(kept: Kept): Promise<void>;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Two files: the snapshot served and the one before. The first line of each is the hash of the rest. */
export function snapshotDisk(dir: string): SnapshotDisk {
  const current = join(dir, 'snapshot.json');
  const previous = join(dir, 'snapshot.previous.json');
  return {
    load: async () => (await read(current)) ?? (await read(previous)),
    async save(kept) {
      await mkdir(dir, { recursive: true });
      // Only a whole file may become the one we fall back to.
      if (await read(current)) await copyFile(current, previous);
      const body = JSON.stringify(kept);
      await writeFileDurably(current, `${hashOf(body)}\n${body}`);
    },
  };
}

async function read(path: string): Promise<Kept | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || hashOf(body) !== text.slice(0, end)) return null;
  const { etag, snapshot } = JSON.parse(body) as { etag: string; snapshot: unknown };
  const parsed = snapshotSchema.safeParse(snapshot);
  return parsed.success ? { etag, snapshot: parsed.data } : null;
}
