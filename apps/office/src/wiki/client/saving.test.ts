import type { Saved } from '@kontor/wiki';
import type { DocumentJson } from '@kontor/wiki/document';
import { expect, test } from 'vitest';
import { speak } from '../texts/speak.ts';
import type { Draft } from './drafts.ts';
import { createSaving } from './saving.ts';
import { CallProblem } from './wiki-calls.ts';

const saying = (text: string): DocumentJson => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const wordsOf = ({ document }: { document: unknown }) =>
  (document as DocumentJson).content?.[0]?.content?.[0]?.text;

/** A page on a slow line: each save waits until it is let through, and may lose its answer. */
function editor() {
  const versions = ['first'];
  const asides: unknown[] = [];
  const waiting: (() => void)[] = [];
  const gone: string[] = [];
  let draft: Draft | null = null;
  let losesAnswer = false;
  const arrive = (words: unknown, base: number): Saved => {
    if (versions.at(-1) !== words && base !== versions.length) {
      asides.push(words);
      return { saved: false, aside: 'a', newest: versions.length };
    }
    if (versions.at(-1) !== words) versions.push(String(words));
    return { saved: true, version: versions.length };
  };
  const saving = createSaving({
    page: 'p',
    text: { base: 1, title: 'Glue', document: saying('first') },
    say: speak('en'),
    call: async (_page, sent) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      const saved = arrive(wordsOf(sent), sent.base);
      if (!losesAnswer) return saved;
      losesAnswer = false;
      throw new CallProblem(null);
    },
    drafts: {
      read: () => draft,
      keep: (kept) => {
        draft = kept;
      },
      drop: () => {
        draft = null;
      },
    },
    leave: (query = '') => gone.push(`page${query}`),
  });
  saving.begin();
  return {
    ...{ saving, versions, asides, waiting, gone },
    type: (text: string) => saving.change({ document: saying(text) }),
    draft: () => draft && wordsOf(draft),
    loseNextAnswer: () => {
      losesAnswer = true;
    },
    /** Lets every save through, those that follow on one too. */
    async letThrough() {
      while (waiting.length > 0) {
        waiting.shift()?.();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

test('saved again before the answer, what was typed meanwhile goes over it and is no conflict', async () => {
  const { saving, type, waiting, letThrough, versions, asides, gone, draft } = editor();
  type('second');
  const done = saving.save('stay');
  type('third');
  void saving.save('stay');
  expect(waiting).toHaveLength(1);
  await letThrough();
  await done;
  expect(versions).toEqual(['first', 'second', 'third']);
  expect([asides, gone, draft()]).toEqual([[], [], null]);
  expect(saving.get()).toMatchObject({ isDirty: false, isSaving: false, told: 'Saved as version 3.' });
});

test('what was typed meanwhile and not asked to be saved waits', async () => {
  const { saving, type, letThrough, versions, draft } = editor();
  type('second');
  void saving.save('stay');
  type('third');
  await letThrough();
  expect(versions).toEqual(['first', 'second']);
  expect(draft()).toBe('third');
  expect(saving.get()).toMatchObject({ isDirty: true, isSaving: false, told: 'Not saved yet' });
  void saving.save('leave');
  await letThrough();
  expect(versions).toEqual(['first', 'second', 'third']);
});

test('the editor is left once, with everything that was typed', async () => {
  const { saving, type, letThrough, versions, gone, draft } = editor();
  type('second');
  void saving.save('leave');
  void saving.save('leave');
  type('third');
  await letThrough();
  expect(versions).toEqual(['first', 'second', 'third']);
  expect([gone, draft()]).toEqual([['page'], null]);
});

test('a save whose answer was lost is asked for again, and no conflict with what was typed since', async () => {
  const { saving, type, letThrough, loseNextAnswer, versions, asides } = editor();
  type('second');
  loseNextAnswer();
  void saving.save('stay');
  await letThrough();
  expect(saving.get()).toMatchObject({
    isDirty: true,
    problem: { hint: expect.stringContaining('connection') },
  });
  type('third');
  void saving.save('stay');
  await letThrough();
  expect([versions, asides]).toEqual([['first', 'second', 'third'], []]);
});

test('where somebody else has saved, one goes to the page once and saves no more', async () => {
  const { saving, type, letThrough, versions, asides, gone } = editor();
  versions.push('theirs');
  type('mine');
  void saving.save('stay');
  await letThrough();
  await saving.save('stay');
  expect([versions, asides]).toEqual([['first', 'theirs'], ['mine']]);
  expect(gone).toEqual(['page?kept=1', 'page?kept=1']);
});

test('what is discarded while it is saved stays where one went', async () => {
  const { saving, type, letThrough, gone, draft } = editor();
  type('second');
  void saving.save('leave');
  saving.discard();
  await letThrough();
  expect([gone, draft()]).toEqual([['page'], null]);
});
