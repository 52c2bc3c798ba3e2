import type { Saved } from '@kontor/wiki';
import type { DocumentJson } from '@kontor/wiki/document';
import { withoutEmptyEnd } from '@kontor/wiki/empty-end';
import type { Speak } from '../texts/speak.ts';
import type { Draft } from './drafts.ts';
import { CallProblem, type save } from './wiki-calls.ts';

export interface SavingState {
  isDirty: boolean;
  isSaving: boolean;
  /** In words, what became of the text. */
  told: string;
  problem: { title: string; hint: string } | null;
  /** What the editor begins with, once it is known whether there is a draft. */
  begun: { title: string; document: DocumentJson; isDraft: boolean } | null;
}

const quiet = { isDirty: false, isSaving: false, told: '', problem: null };
export const firstSavingState: SavingState = { ...quiet, begun: null };

export interface SavingParts {
  page: string;
  text: Draft;
  /** The text kept aside that is taken up here. */
  aside?: string | undefined;
  say: Speak;
  call: typeof save;
  drafts: { read(): Draft | null; keep(draft: Draft): void; drop(): void };
  /** Back to where the page is read. */
  leave(query?: string): void;
}

/**
 * The text that is being written: kept as a draft with every change, saved upon the version it began from. One save is
 * under way at a time, since the next begins from what the one before becomes.
 */
export function createSaving({ page, text: given, aside, say, call, drafts, leave }: SavingParts) {
  let state = firstSavingState;
  let text = given;
  /** Sent, and nobody knows whether it arrived: sent again before anything else, it is the same version. */
  let unanswered: Draft | null = null;
  let running: Promise<void> | null = null;
  let isAsked = false;
  let leaves = false;
  /** Nothing is saved any more: it was kept aside, or discarded. */
  let goneTo: string | null = null;
  const listeners = new Set<() => void>();
  const tell = (more: Partial<SavingState>) => {
    state = { ...state, ...more };
    for (const listener of listeners) listener();
  };
  const problemOf = (error: unknown) =>
    (error instanceof CallProblem && error.shown) || {
      title: say('edit.not-saved'),
      hint: say('edit.check-connection'),
    };

  /** What is typed while a save is under way is saved after it, where that is asked for or the editor is left. */
  async function saveAll(): Promise<void> {
    tell({ isSaving: true, told: say('edit.saving'), problem: null });
    do {
      const sent = unanswered ?? text;
      if (sent === text) isAsked = false;
      const saved = await answered(sent);
      if (goneTo !== null) return;
      const isWhole = sent === text;
      if (isWhole) drafts.drop();
      // Both texts are kept by now; which one it is to be is decided on the page.
      if (!saved.saved) return go('?kept=1');
      text = { ...text, base: saved.version };
      if (isWhole) {
        tell({ isDirty: false, isSaving: false, told: say('edit.saved', { version: saved.version }) });
        return leaves ? leave() : undefined;
      }
      drafts.keep(text);
    } while (isAsked || leaves);
    tell({ isSaving: false, told: say('edit.unsaved') });
  }

  const go = (query: string) => {
    goneTo = query;
    leave(query);
  };

  async function answered(sent: Draft): Promise<Saved> {
    const title = sent.title.trim() || say('page.untitled');
    try {
      const saved = await call(page, { ...sent, title, ...(aside ? { aside } : {}) });
      unanswered = null;
      return saved;
    } catch (error) {
      unanswered = error instanceof CallProblem && error.shown === null ? sent : null;
      throw error;
    }
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => state,
    begin() {
      const draft = aside ? null : drafts.read();
      if (draft) text = draft;
      const { title, document } = text;
      tell({ begun: { title, document, isDraft: draft !== null } });
      if (draft) tell({ isDirty: true, told: say('edit.unsaved') });
    },
    change(changed: Partial<{ title: string; document: DocumentJson }>) {
      if (changed.document && isSame(changed.document, text.document)) return;
      text = { ...text, ...changed };
      drafts.keep(text);
      tell({ isDirty: true, told: say('edit.unsaved') });
    },
    async save(then: 'stay' | 'leave'): Promise<void> {
      if (goneTo !== null) return leave(goneTo);
      isAsked = true;
      leaves ||= then === 'leave';
      running ??= saveAll()
        .catch((error) => tell({ isSaving: false, told: say('edit.unsaved'), problem: problemOf(error) }))
        .finally(() => {
          running = null;
          leaves = false;
        });
      return running;
    },
    discard() {
      drafts.drop();
      tell(quiet);
      go('');
    },
    leave,
    tellUpload(upload: 'going' | 'done' | Error) {
      if (upload === 'going') tell({ told: say('edit.uploading') });
      else if (upload === 'done') tell({ told: say('edit.unsaved') });
      else tell({ told: '', problem: problemOf(upload) });
    },
  };
}

/** The editor puts an empty line at the end on its own. */
const isSame = (one: DocumentJson, other: DocumentJson): boolean =>
  JSON.stringify(withoutEmptyEnd(one.content)) === JSON.stringify(withoutEmptyEnd(other.content));
