import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftsOf } from './drafts.ts';

/** As a browser's: what is kept are its own properties. */
class Kept {
  [name: string]: unknown;
}
Object.defineProperties(Kept.prototype, {
  getItem: {
    value(this: Kept, name: string) {
      return this[name] ?? null;
    },
  },
  setItem: {
    value(this: Kept, name: string, text: string) {
      this[name] = text;
    },
  },
  removeItem: {
    value(this: Kept, name: string) {
      delete this[name];
    },
  },
});
let kept: Kept;
beforeEach(() => {
  kept = new Kept();
  vi.stubGlobal('sessionStorage', kept);
});
afterEach(() => vi.unstubAllGlobals());

const text = { base: 3, title: 'Notes', document: { type: 'doc' as const, content: [] } };

test('what was typed is there after a reload, until it is saved', () => {
  draftsOf('anna', 'k3').keep(text);
  expect(draftsOf('anna', 'k3').read()).toEqual(text);
  expect(draftsOf('anna', 'k4').read()).toBeNull();
  draftsOf('anna', 'k3').drop();
  expect(draftsOf('anna', 'k3').read()).toBeNull();
});

test('whoever signs in after somebody else gets none of their words, and leaves none of them behind', () => {
  draftsOf('anna', 'k3').keep(text);
  kept['kontor.place'] = 'here';
  expect(draftsOf('omar', 'k3').read()).toBeNull();
  expect(Object.keys(kept)).toEqual(['kontor.place']);
});
