import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Letter } from '../../letter/letter-data.ts';
import { speak } from '../../texts/speak.ts';
import { CallProblem } from '../office-calls.ts';
import type { LetterCalls } from './letter-calls.ts';
import { closedWell, createLetterStore } from './letter-store.ts';

const letter: Letter = {
  id: 'first',
  version: 0,
  kind: 'new',
  fields: {
    mailbox: 'm',
    to: [{ name: '', address: 'n@x.example' }],
    cc: [],
    bcc: [],
    subject: '',
    text: '',
  },
  answers: null,
  forwards: null,
  files: [],
  carried: [],
};
const problem = (status: number, code: string) =>
  new CallProblem(status, { title: code, hint: 'do', code, fields: {} });

/** An office of one person's drafts, which may be away. */
function office() {
  const drafts = new Map<string, { version: number; text: string; files: string[] }>();
  let away = 0;
  const saves: string[] = [];
  const calls: LetterCalls = {
    open: () => Promise.reject(new Error('not asked')),
    async save({ id, version, text, copyOf }) {
      saves.push(text);
      if (away-- > 0) throw new TypeError('Failed to fetch');
      const there = drafts.get(id);
      if (version > 0 && !there) throw problem(404, 'mailbox.no-such-draft');
      if (there && there.version !== version) throw problem(409, 'mailbox.draft-changed');
      const files = there?.files ?? (copyOf ? (drafts.get(copyOf)?.files ?? []) : []);
      drafts.set(id, { version: version + 1, text, files });
      const attachments = files.map((name) => ({ id: name, filename: name, type: 'x/y', size: 1 }));
      return { version: version + 1, attachments };
    },
    discard: async () => ({}),
    async upload(draft, file) {
      drafts.get(draft)?.files.push(file.name);
      return { id: file.name, filename: file.name, type: 'x/y', size: file.size };
    },
    detach: async () => ({}),
    addresses: async () => [],
    send: async (draft, version) => ({ message: `${draft}:${version}`, undoMs: 10_000 }),
    undo: async () => ({ draft: 'first' }),
  };
  return {
    drafts,
    saves,
    calls,
    goAway: (times: number) => {
      away = times;
    },
  };
}

const kept: string[] = [];
const write = (calls: LetterCalls, from = letter) =>
  createLetterStore({ letter: from, calls, say: speak('en'), onKept: (id) => kept.push(id) });

beforeEach(() => {
  kept.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('nothing is saved of a letter that is only opened; a second after a pause, what was typed', async () => {
  const { calls, saves, drafts } = office();
  const store = write(calls);
  await vi.advanceTimersByTimeAsync(5000);
  expect(saves).toEqual([]);
  for (const text of ['D', 'De', 'Dear']) {
    store.change({ text });
    await vi.advanceTimersByTimeAsync(900);
  }
  expect(saves).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(saves).toEqual(['Dear']);
  expect(kept).toEqual(['first']);
  expect(store.get()).toMatchObject({ saving: 'saved', version: 1 });
  expect(drafts.get('first')?.text).toBe('Dear');
});

test('while the office is away nothing typed is lost, and it is tried again by itself', async () => {
  const { calls, goAway, drafts } = office();
  const store = write(calls);
  goAway(2);
  store.change({ text: 'kept here' });
  await vi.advanceTimersByTimeAsync(1100);
  expect(store.get()).toMatchObject({ saving: 'failed', problem: null, fields: { text: 'kept here' } });
  expect(store.isSaved()).toBe(false);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(drafts.get('first')?.text).toBe('kept here');
  expect(store.isSaved()).toBe(true);
});

test('whoever was signed out meanwhile is told, keeps what was typed, and saves it once they are in again', async () => {
  const { calls, drafts } = office();
  vi.spyOn(calls, 'save').mockRejectedValueOnce(problem(401, 'action.sign-in-first'));
  const store = write(calls);
  store.change({ text: 'typed' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(store.get()).toMatchObject({ saving: 'failed', problem: { title: 'action.sign-in-first' } });
  store.change({ text: 'typed on' });
  await vi.advanceTimersByTimeAsync(1100);
  expect(store.get()).toMatchObject({ saving: 'saved', problem: null });
  expect(drafts.get('first')?.text).toBe('typed on');
});

test('of two that write over each other the second goes on as a draft of its own, with the files', async () => {
  const { calls, drafts } = office();
  drafts.set('first', { version: 3, text: 'of another screen', files: ['plan.pdf'] });
  const store = write(calls, { ...letter, version: 2 });
  store.change({ text: 'mine' });
  await vi.advanceTimersByTimeAsync(1100);
  const { id, parted, fields, files } = store.get();
  expect(parted).toEqual({ how: 'forked', from: 'first' });
  expect(fields.text).toBe('mine');
  expect(files.map(({ filename }) => filename)).toEqual(['plan.pdf']);
  expect([...drafts].map(([key, { text }]) => [key, text])).toEqual([
    ['first', 'of another screen'],
    [id, 'mine'],
  ]);
  expect(kept).toEqual([id]);
});

test('what was sent elsewhere meanwhile is not lost here', async () => {
  const { calls, drafts } = office();
  const store = write(calls, { ...letter, version: 2 });
  store.change({ text: 'still mine' });
  await vi.advanceTimersByTimeAsync(1100);
  expect(store.get().parted?.how).toBe('lost');
  expect([...drafts.values()].map(({ text }) => text)).toEqual(['still mine']);
});

test('closing saves what no pause has saved, and opening again waits for that', async () => {
  const { calls, drafts } = office();
  const store = write(calls);
  store.change({ text: 'at the last moment' });
  store.close();
  await closedWell('first');
  expect(drafts.get('first')?.text).toBe('at the last moment');
});

test('is sent as it stands, with the files that are still on their way, and once', async () => {
  const { calls, drafts } = office();
  const sending = vi.spyOn(calls, 'send');
  const store = write(calls);
  store.change({ text: 'all of it' });
  store.attach([new File(['x'], 'plan.pdf')]);
  const [one, two] = await Promise.all([store.send(), store.send()]);
  expect([one?.message, two]).toEqual(['first:1', null]);
  expect(drafts.get('first')).toMatchObject({ text: 'all of it', files: ['plan.pdf'] });
  expect(sending).toHaveBeenCalledTimes(1);
  store.change({ text: 'after it was sent' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(drafts.get('first')?.text).toBe('all of it');
});

test('what is typed while it is on its way is neither sent nor saved over it; refused, it is saved', async () => {
  const { calls, drafts } = office();
  let refuse = (_error: Error) => {};
  vi.spyOn(calls, 'send').mockReturnValue(
    new Promise((_resolve, reject) => {
      refuse = reject;
    }),
  );
  const store = write(calls);
  store.change({ text: 'before' });
  const sending = store.send();
  await vi.advanceTimersByTimeAsync(10);
  store.change({ text: 'before and after' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(drafts.get('first')).toMatchObject({ version: 1, text: 'before' });
  refuse(problem(503, 'mail.busy'));
  expect(await sending).toBeNull();
  await vi.advanceTimersByTimeAsync(1100);
  expect(drafts.get('first')?.text).toBe('before and after');
});

test('is not sent to what is no address, nor to nobody, nor without a file that did not arrive', async () => {
  const { calls } = office();
  const sending = vi.spyOn(calls, 'send');
  const store = write(calls);
  store.change({ to: [{ name: '', address: 'no@' }] });
  expect(await store.send()).toBeNull();
  expect(store.get().fieldProblems.to).toContain('no@');
  store.change({ to: [] });
  expect(store.get().fieldProblems.to).toBeUndefined();
  expect(await store.send()).toBeNull();
  expect(store.get().fieldProblems.to).toBe('Write at least one address.');
  store.change({ to: letter.fields.to });
  vi.spyOn(calls, 'upload').mockRejectedValue(problem(413, 'mailbox.attachments-too-large'));
  store.attach([new File(['x'], 'plan.pdf')]);
  expect(await store.send()).toBeNull();
  expect(store.get().files).toMatchObject([{ problem: 'mailbox.attachments-too-large' }]);
  expect(sending).not.toHaveBeenCalled();
});

test('a file that is too much in all is refused before a byte of it is sent', () => {
  const { calls } = office();
  const uploading = vi.spyOn(calls, 'upload');
  const store = write(calls);
  const large = new File(['x'], 'large.iso');
  Object.defineProperty(large, 'size', { value: 25_000_001 });
  store.attach([large, new File([], 'a folder')]);
  expect(store.get().files.map(({ problem }) => problem)).toEqual([
    'Attachments may have 25 MB in all. This one is too large.',
    'This is a folder or an empty file.',
  ]);
  expect(uploading).not.toHaveBeenCalled();
});
