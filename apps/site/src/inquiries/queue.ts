import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from '#write-file-durably.ts';
import type { Question } from './read-form.ts';

/** More than this waiting means that something is wrong; the form says so instead of filling the disk. */
const mostWaiting = 2_000;

export interface QuestionQueue {
  /** On disk for good when it returns; false when the queue is full. The same key is kept once. */
  add(question: Question): Promise<boolean>;
  /** Keys that wait, oldest name first. */
  waiting(): Promise<string[]>;
  read(key: string): Promise<Question | null>;
  remove(key: string): Promise<void>;
  /** Sets a question aside that the office will never take, so that a person can look at it. */
  setAside(key: string): Promise<void>;
}

export function questionQueue(dir: string): QuestionQueue {
  const pathOf = (key: string) => join(dir, `${key}.json`);
  const keys = async () => {
    const names = await readdir(dir).catch(() => []);
    return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  };
  return {
    async add(question) {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const there = await keys();
      if (there.includes(question.key)) return true;
      if (there.length >= mostWaiting) return false;
      await writeFileDurably(pathOf(question.key), JSON.stringify(question));
      return true;
    },
    waiting: keys,
    async read(key) {
      const text = await readFile(pathOf(key), 'utf8').catch(() => null);
      return text === null ? null : (JSON.parse(text) as Question);
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    async setAside(key) {
      const text = await readFile(pathOf(key), 'utf8').catch(() => null);
      if (text === null) return;
      const aside = join(dir, 'refused');
      await mkdir(aside, { recursive: true, mode: 0o700 });
      await writeFileDurably(join(aside, `${key}.json`), text);
      await rm(pathOf(key), { force: true });
    },
  };
}
