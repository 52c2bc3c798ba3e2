import { access, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '@kontor/log';
import { snapshotSchema } from '@kontor/website/snapshot';
import type { OfficeCalls } from '#office/office-calls.ts';
import { writeFileDurably } from '#write-file-durably.ts';
import type { Kept, SnapshotDisk } from './disk.ts';
import { mediaFilesOf } from './media-files.ts';

interface Options {
  office: OfficeCalls;
  disk: SnapshotDisk;
  mediaDir: string;
  log: Log;
  onUpdate(kept: Kept): void;
}

export interface Updates {
  /** Asks the office once; true when something new is served now. Throws when the office cannot be asked. */
  pull(): Promise<boolean>;
}

/** Brings the site's disk to what the office has published: pictures first, then the words that show them. */
export function createUpdates(
  { office, disk, mediaDir, log, onUpdate }: Options,
  first: Kept | null,
): Updates {
  let kept = first;

  async function pull(): Promise<boolean> {
    const answer = await office.get('/internal/site/content', kept?.etag);
    if (answer.status === 304) return false;
    // Before the firm is set up there is nothing to show.
    if (answer.status === 404) return false;
    if (answer.status !== 200) throw new Error(`the office answered ${answer.status}`);
    const snapshot = snapshotSchema.parse(JSON.parse((await answer.bytes()).toString('utf8')));
    const files = mediaFilesOf(snapshot);
    await fetchMissing(files);
    const before = kept;
    kept = { etag: answer.etag ?? '', snapshot };
    await disk.save(kept);
    onUpdate(kept);
    log.event('site.updated', { etag: kept.etag });
    await forgetOthers(new Set([...files, ...(before ? mediaFilesOf(before.snapshot) : [])]));
    return true;
  }

  async function fetchMissing(files: Set<string>): Promise<void> {
    await mkdir(mediaDir, { recursive: true });
    for (const file of files) {
      const path = join(mediaDir, file);
      if (await exists(path)) continue;
      const answer = await office.get(`/internal/site/media/${encodeURIComponent(file)}`);
      if (answer.status === 200) await writeFileDurably(path, await answer.bytes());
      // A picture the office has lost must not hold back the words.
      else if (answer.status !== 404) throw new Error(`the office answered ${answer.status} for ${file}`);
    }
  }

  async function forgetOthers(wanted: Set<string>): Promise<void> {
    for (const file of await readdir(mediaDir)) {
      if (!wanted.has(file)) await rm(join(mediaDir, file), { force: true });
    }
  }

  // One at a time: a call while one is under way means one more afterwards.
  let running: Promise<boolean> | null = null;
  let next: Promise<boolean> | null = null;
  const begin = () => {
    running = pull().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    pull() {
      if (!running) return begin();
      next ??= running
        .catch(() => false)
        .then(() => {
          next = null;
          return begin();
        });
      return next;
    },
  };
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
