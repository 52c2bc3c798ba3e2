import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const largest = 20 * 1024 * 1024;

/** Opens a part's log for adding to it; a large one is put aside first, and the one before that goes. */
export function openPartLog(path: string): { file: number; from: number } {
  if (sizeOf(path) > largest) renameSync(path, `${path}.1`);
  const file = openSync(path, 'a', 0o600);
  return { file, from: fstatSync(file).size };
}

/** The last lines written since `from`, each cut to a readable length. */
export function lastLines(path: string, from: number, count = 12): string[] {
  const window = 16 * 1024;
  const file = openSync(path, 'r');
  try {
    const end = fstatSync(file).size;
    const begin = Math.max(from, end - window);
    if (end <= begin) return [];
    const bytes = Buffer.alloc(end - begin);
    readSync(file, bytes, 0, bytes.length, begin);
    const lines = bytes
      .toString('utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    return lines.slice(-count).map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line));
  } finally {
    closeSync(file);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
