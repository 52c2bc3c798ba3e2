import { type Limits, type Outcome, workApart } from '@kontor/threads';
import type { FileKind } from './extract-text.ts';

export interface ReadTask {
  kind: FileKind;
  bytes: Uint8Array;
}

const megabyte = 1024 * 1024;
const usual: Limits = { workMs: 12_000, limitMs: 60_000, memory: 300 * megabyte };

/** Reads the text of files in a thread of its own. */
export function readApart(
  thread: URL,
  limits: Partial<Limits> = {},
): (kind: FileKind, bytes: Uint8Array) => Promise<Outcome<string>> {
  const read = workApart<ReadTask, string>(thread, { ...usual, ...limits });
  return (kind, bytes) => {
    const copy = Uint8Array.from(bytes);
    return read({ kind, bytes: copy }, [copy.buffer]);
  };
}
