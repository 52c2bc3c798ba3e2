import type { Address, SavedDraft } from '@kontor/mailbox';
import type { Letter, LetterFields, LetterFile, Writing } from '../../letter/letter-data.ts';
import { writingQuery } from '../../letter/letter-data.ts';
import { ask, CallProblem, readProblem } from '../office-calls.ts';

interface Save extends LetterFields {
  id: string;
  version: number;
  savedBy: string;
  answers: string | null;
  forwards: string | null;
  carry: number[];
  copyOf: string | null;
}

export interface Sent {
  message: string;
  /** Milliseconds for which it can be taken back. */
  undoMs: number;
}

export interface LetterCalls {
  open(writing: Writing, mailbox: string | null): Promise<Letter>;
  save(draft: Save): Promise<SavedDraft>;
  discard(draft: string, version: number): Promise<object>;
  upload(draft: string, file: File, onProgress: (bytes: number) => void): Promise<LetterFile>;
  detach(draft: string, attachment: string): Promise<object>;
  addresses(): Promise<Address[]>;
  send(draft: string, version: number): Promise<Sent>;
  undo(message: string): Promise<{ draft: string }>;
}

const base = '/mail-data/letter';

export const letterCalls: LetterCalls = {
  open: (writing, mailbox) =>
    ask(`${base}?${new URLSearchParams({ ...writingQuery(writing), ...(mailbox ? { mailbox } : {}) })}`),
  save: (draft) => post(base, draft, { keepalive: draft.text.length < 15_000 }),
  discard: (draft, version) => post(`${base}/discard`, { draft, version }),
  upload,
  detach: (draft, attachment) => post(`${base}/file/remove`, { draft, attachment }),
  addresses: () => ask(`${base}/addresses`, {}, stay),
  send: (draft, version) => post(`${base}/send`, { draft, version }),
  undo: (message) => post(`${base}/undo`, { message }),
};

/** Whoever is signed out over a letter is told so beside it: a new page would take away what was typed. */
const stay = (): void => {};

const post = <Answer>(url: string, body: object, init: RequestInit = {}): Promise<Answer> => {
  const headers = { 'content-type': 'application/json' };
  return ask(url, { ...init, method: 'POST', headers, body: JSON.stringify(body) }, stay);
};

/** The one call that tells how far it is: fetch does not. */
function upload(draft: string, file: File, onProgress: (bytes: number) => void): Promise<LetterFile> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', `${base}/file?${new URLSearchParams({ draft, name: file.name })}`);
    call.setRequestHeader('content-type', file.type || 'application/octet-stream');
    call.responseType = 'json';
    call.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
    call.addEventListener('load', () => {
      if (call.status === 200) resolve(call.response as LetterFile);
      else reject(new CallProblem(call.status, readProblem(call.response)));
    });
    for (const end of ['error', 'abort', 'timeout'])
      call.addEventListener(end, () => reject(new CallProblem(0, null)));
    call.send(file);
  });
}
