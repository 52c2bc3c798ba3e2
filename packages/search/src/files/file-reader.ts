import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataProblems } from '@kontor/data';
import type { Outcome } from '@kontor/threads';
import type { FileKind } from './extract-text.ts';
import { readApart } from './read-apart.ts';

export interface SearchedFile {
  name: string;
  /** Media type, as it was claimed. */
  type: string;
  size: number;
  /** Names its bytes: what was read under a key is not read again soon. */
  key: string;
  open(): Readable;
}

/**
 * The text of a file, or nothing where it has none that can be read. Never throws: bytes that cannot be had just now are
 * waited for, as long as patience lasts.
 */
export type ReadFile = (file: SearchedFile) => Promise<string>;

interface Options {
  /** The file `read-thread`, as source or bundled; without one no file is read. */
  thread: URL | undefined;
  onUnread(file: SearchedFile, why: string): void;
  /** Milliseconds for which a store that gives no bytes is asked again, all files together until it gives some. */
  patienceMs?: number;
}

/** Bytes. */
const largest = 25_000_000;

export function createFileReader({ thread, onUnread, patienceMs = 60_000 }: Options): ReadFile {
  const read = thread && readApart(thread);
  const known = rememberTexts();
  const bytesOf = readPatiently(patienceMs);
  return async (file) => {
    const kind = kindOf(file);
    if (!kind || !read) return '';
    const key = `${kind} ${file.key}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const bytes = await bytesOf(file);
    const outcome = bytes.ok ? await read(kind, bytes.answer) : bytes;
    if (outcome.ok) return known.keep(key, outcome.answer);
    onUnread(file, outcome.why);
    // What is wrong with the file itself is paid for once.
    return outcome.lasting ? known.keep(key, '') : '';
  };
}

/** Characters that are kept, for a page that gets one file after the other. */
const mostKept = 4_000_000;
/** What an entry costs beside its text. */
const entryLength = 200;

function rememberTexts() {
  const texts = new Map<string, string>();
  let length = 0;
  return {
    get: (key: string) => texts.get(key),
    keep(key: string, text: string): string {
      texts.set(key, text);
      length += text.length + entryLength;
      for (const [oldest, kept] of texts) {
        if (length <= mostKept) break;
        texts.delete(oldest);
        length -= kept.length + entryLength;
      }
      return text;
    },
  };
}

/** A store that is away may come back; bytes that are gone or spoilt do not. */
function readPatiently(patienceMs: number): (file: SearchedFile) => Promise<Outcome<Uint8Array>> {
  let awaySince: number | undefined;
  return async (file) => {
    for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 5000)) {
      try {
        const bytes = await readBytes(file);
        awaySince = undefined;
        return bytes ? { ok: true, answer: bytes } : { ok: false, why: 'it is too large', lasting: true };
      } catch (error) {
        const lost = { ok: false, why: (error as Error).message, lasting: false } as const;
        if (dataProblems.is(error, 'missing-blob') || dataProblems.is(error, 'corrupt-blob')) return lost;
        awaySince ??= performance.now();
        if (performance.now() - awaySince > patienceMs) return lost;
        await sleep(waitMs);
      }
    }
  };
}

async function readBytes({ size, open }: SearchedFile): Promise<Uint8Array | null> {
  if (size > largest) return null;
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of open()) {
    length += (piece as Buffer).length;
    if (length > largest) return null;
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function kindOf({ name, type }: SearchedFile): FileKind | undefined {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  if (type === 'application/pdf' || ending === 'pdf') return 'pdf';
  if (type === docx || ending === 'docx') return 'docx';
  if (['text/plain', 'text/markdown', 'text/csv'].includes(type) || ['txt', 'md', 'csv'].includes(ending))
    return 'text';
  return undefined;
}
