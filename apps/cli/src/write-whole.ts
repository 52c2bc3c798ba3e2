import { renameSync, writeFileSync } from 'node:fs';

/** Writes JSON that is there as it was or as it is now, and readable by its owner alone. */
export function writeWhole(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
