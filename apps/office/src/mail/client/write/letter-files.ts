import { fileSize } from '#dates/dates.ts';
import { mostAttached } from '../../letter/letter-data.ts';
import type { Speak } from '../../texts/speak.ts';
import { CallProblem } from '../office-calls.ts';
import type { LetterCalls } from './letter-calls.ts';
import { type FileItem, type LetterState, sumOf } from './letter-state.ts';

interface Parts {
  get(): LetterState;
  patch(part: Partial<LetterState>): void;
  /** The draft is there, for files to hang on it. */
  keep(): Promise<boolean>;
  calls: LetterCalls;
  say: Speak;
}

/** A letter's files: they go to the office one after the other, as soon as they are chosen. */
export function createLetterFiles({ get, patch, keep, calls, say }: Parts) {
  let last: Promise<void> = Promise.resolve();
  let chosen = 0;

  const patchFile = (key: string, part: Partial<FileItem>) =>
    patch({ files: get().files.map((file) => (file.key === key ? { ...file, ...part } : file)) });
  const isThere = (key: string) => get().files.some((file) => file.key === key);

  function attach(list: readonly File[]): void {
    for (const file of list) {
      chosen += 1;
      const key = `chosen-${chosen}`;
      const problem = refusalOf(file);
      const item = { key, filename: file.name, size: file.size, id: null, part: null, sent: 0, problem };
      patch({ files: [...get().files, item] });
      if (!problem) last = last.then(() => upload(key, file));
    }
  }

  function refusalOf(file: File): string | null {
    if (file.size === 0) return say('write.empty-file');
    if (sumOf(get().files) + file.size <= mostAttached) return null;
    return say('write.too-much', { most: fileSize(mostAttached, say.language) });
  }

  async function upload(key: string, file: File): Promise<void> {
    if (!isThere(key)) return;
    try {
      if (!(await keep())) throw new CallProblem(0, null);
      const { id } = get();
      const there = await calls.upload(id, file, (sent) => patchFile(key, { sent }));
      // Taken off while it was on its way.
      if (!isThere(key)) return void calls.detach(id, there.id).catch(() => {});
      patchFile(key, { id: there.id, filename: there.filename, sent: file.size });
    } catch (error) {
      const shown = error instanceof CallProblem && error.shown;
      patchFile(key, { problem: shown ? shown.title : say('write.file-failed') });
    }
  }

  async function detach(key: string): Promise<void> {
    const file = get().files.find((one) => one.key === key);
    patch({ files: get().files.filter((one) => one.key !== key) });
    if (!file?.id) return;
    const { id } = file;
    patch({ detached: [...get().detached, id] });
    try {
      await calls.detach(get().id, id);
    } catch {
      patch({ files: [...get().files, file], detached: get().detached.filter((one) => one !== id) });
    }
  }

  return {
    attach,
    detach,
    isUnderWay: () => get().files.some(({ id, part, problem }) => id === null && part === null && !problem),
    /** All have ended; true when none failed. */
    async settled(): Promise<boolean> {
      await last;
      return get().files.every(({ problem }) => problem === null);
    },
  };
}
