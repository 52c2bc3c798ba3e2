import { diffArrays, diffLines } from 'diff';

export interface Part {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** So much work is spent on a comparison by words; beyond it lines are compared, and then nothing finer. */
const limits = { timeout: 100, maxEditLength: 4000 };

/** Words as Unicode has them (UAX 29): the library's own are of Latin letters only. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const words = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** What was taken away and what was put in, in words. */
export function compareTexts(before: string, after: string): Part[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const byWords = diffArrays(words(before), words(after), limits)?.map((change) => ({
    ...change,
    value: change.value.join(''),
  }));
  const found = byWords ?? diffLines(before, after, limits);
  if (!found) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return found.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
