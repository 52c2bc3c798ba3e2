import type { Letter, LetterFields } from '../../letter/letter-data.ts';
import { newId } from '../../letter/new-id.ts';
import type { ShownProblem } from '../../mail-screen-data.ts';
import type { Speak } from '../../texts/speak.ts';
import { CallProblem } from '../office-calls.ts';
import type { LetterCalls, Sent } from './letter-calls.ts';
import { createLetterFiles } from './letter-files.ts';
import { refusedFields, wrongFields } from './letter-problems.ts';
import { firstLetterState, type LetterState, withSaved } from './letter-state.ts';

const pauseMs = 1000;
const againMs = 5000;

export type LetterStore = ReturnType<typeof createLetterStore>;

interface Parts {
  letter: Letter;
  calls: LetterCalls;
  say: Speak;
  /** It has another address now: it was kept for the first time, or beside the one it was. */
  onKept(id: string): void;
}

/** Saves that were begun when a letter was closed: it is opened again when they have ended. */
const closing = new Map<string, Promise<unknown>>();
export const closedWell = (id: string): Promise<unknown> => closing.get(id) ?? Promise.resolve();

/** One letter while it is written: kept a second after each pause, in order, and never over what somebody else wrote. */
export function createLetterStore({ letter, calls, say, onKept }: Parts) {
  let state = firstLetterState(letter);
  const listeners = new Set<() => void>();
  const savedBy = newId();
  let edits = 0;
  let saved = 0;
  let copyOf: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  let isGoing = false;

  const patch = (part: Partial<LetterState>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };

  function change(part: Partial<LetterFields>): void {
    edits += 1;
    const cleared = Object.fromEntries(Object.keys(part).map((name) => [name, undefined]));
    const { fieldProblems } = state;
    patch({
      fields: { ...state.fields, ...part },
      saving: 'unsaved',
      fieldProblems: { ...fieldProblems, ...cleared },
    });
    later(pauseMs);
  }

  /** Keeps what there is now; true when all of it is kept. One at a time: each goes over the version before it. */
  function save(): Promise<boolean> {
    clearTimeout(timer);
    running ??= saveAll().finally(() => {
      running = null;
    });
    return running;
  }

  async function saveAll(): Promise<boolean> {
    while (saved < edits) {
      // What is being sent is not written over any more.
      if (state.over || isGoing) return true;
      const upTo = edits;
      patch({ saving: 'saving' });
      try {
        await saveOnce();
      } catch (error) {
        if (part(error)) continue;
        return failed(error);
      }
      saved = upTo;
      patch({ saving: saved < edits ? 'unsaved' : 'saved', savedAt: Date.now(), problem: null });
    }
    return true;
  }

  async function saveOnce(): Promise<void> {
    const { id, version, fields, files } = state;
    const carry = files.flatMap(({ part: number }) => (number === null ? [] : [number]));
    const { answers, forwards } = letter;
    const kept = await calls.save({ ...fields, id, version, savedBy, answers, forwards, carry, copyOf });
    copyOf = null;
    patch({ version: kept.version, files: withSaved(state, kept.attachments) });
    if (version === 0) onKept(id);
  }

  /** Somebody else wrote over it, or sent it: this text goes on as a draft of its own. */
  function part(error: unknown): boolean {
    const code = error instanceof CallProblem ? error.code : '';
    if (code !== 'mailbox.draft-changed' && code !== 'mailbox.no-such-draft') return false;
    const how = code === 'mailbox.draft-changed' ? 'forked' : 'lost';
    copyOf = how === 'forked' ? state.id : null;
    const files = how === 'forked' ? state.files : state.files.filter(({ id }) => id === null);
    patch({ parted: { how, from: state.id }, id: newId(), version: 0, files });
    return true;
  }

  function failed(error: unknown): false {
    const shown = error instanceof CallProblem ? error.shown : null;
    patch({ saving: 'failed', problem: shown });
    // What the office understood and refused is not asked again until something is changed.
    if (!shown) later(againMs);
    return false;
  }

  /** Kept at least once, so that files can hang on it. */
  async function keep(): Promise<boolean> {
    if (state.version === 0 && saved === edits) edits += 1;
    while (!state.over && saved < edits) if (!(await save())) return false;
    return true;
  }

  const files = createLetterFiles({ get: () => state, patch, keep, calls, say });

  /** Sends it when everything is there; null when it could not be, and the state says why. */
  async function send(): Promise<Sent | null> {
    if (state.sending || state.over) return null;
    const fieldProblems = wrongFields(state.fields, say);
    patch({ fieldProblems, problem: null });
    if (Object.keys(fieldProblems).length > 0) return null;
    patch({ sending: true });
    try {
      if (!(await files.settled())) {
        patch({ problem: { title: say('write.files-missing'), hint: say('write.files-again') } });
        return null;
      }
      if (!(await keep())) return null;
      isGoing = true;
      const sent = await calls.send(state.id, state.version);
      patch({ over: true });
      return sent;
    } catch (error) {
      isGoing = false;
      if (saved < edits) later(pauseMs);
      patch({ problem: problemOf(error), fieldProblems: refusedFields(error) });
      return null;
    } finally {
      patch({ sending: false });
    }
  }

  const problemOf = (error: unknown): ShownProblem =>
    (error instanceof CallProblem && error.shown) || {
      title: say('state.not-done'),
      hint: say('state.check-connection'),
    };

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => state,
    /** The same for as long as it is open, whatever its id becomes. */
    key: savedBy,
    origin: { answers: letter.answers, forwards: letter.forwards },
    change,
    save,
    send,
    attach: files.attach,
    detach: files.detach,
    isSaved: () => saved === edits && !files.isUnderWay(),
    /** Keeps what is left; nothing that was typed waits for a pause any more. */
    close(): void {
      clearTimeout(timer);
      if (state.over || saved === edits) return;
      const ending = save().finally(() => closing.delete(state.id));
      closing.set(state.id, ending);
    },
    async discard(): Promise<boolean> {
      clearTimeout(timer);
      await running;
      try {
        if (state.version > 0) await calls.discard(state.id, state.version);
        patch({ over: true });
        return true;
      } catch (error) {
        patch({ problem: problemOf(error) });
        return false;
      }
    },
  };
}
