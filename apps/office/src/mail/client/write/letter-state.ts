import type { Letter, LetterFields, LetterFile } from '../../letter/letter-data.ts';
import type { ShownProblem } from '../../mail-screen-data.ts';

export interface FileItem {
  /** Stays the same from the moment it is chosen. */
  key: string;
  filename: string;
  size: number;
  /** Its id at the office; null while it is on its way. */
  id: string | null;
  /** Part of the forwarded message, before the first save has taken it along. */
  part: number | null;
  /** Bytes that have arrived. */
  sent: number;
  problem: string | null;
}

export type Saving = 'untouched' | 'unsaved' | 'saving' | 'saved' | 'failed';

/** What stands at a field when it is sent. */
export type Recipients = 'to' | 'cc' | 'bcc';

export interface LetterState {
  id: string;
  version: number;
  kind: Letter['kind'];
  fields: LetterFields;
  files: FileItem[];
  /** Ids of files that were taken off: an answer under way may still name them. */
  detached: string[];
  saving: Saving;
  /** Milliseconds since 1970. */
  savedAt: number | null;
  /** Two wrote over each other, or the draft went away: what became of this text. */
  parted: { how: 'forked' | 'lost'; from: string } | null;
  problem: ShownProblem | null;
  fieldProblems: Partial<Record<Recipients, string>>;
  sending: boolean;
  /** It is sent or thrown away: nothing is saved any more. */
  over: boolean;
}

export function firstLetterState(letter: Letter): LetterState {
  const { id, version, kind, fields, files, carried } = letter;
  return {
    ...{ id, version, kind, fields },
    files: [
      ...files.map(fileItem),
      ...carried.map(({ part, name, size }) => ({
        ...{ key: `part-${part}`, filename: name, size, id: null, part, sent: size, problem: null },
      })),
    ],
    detached: [],
    saving: 'untouched',
    savedAt: null,
    parted: null,
    problem: letter.problem ?? null,
    fieldProblems: {},
    sending: false,
    over: false,
  };
}

const fileItem = ({ id, filename, size }: LetterFile): FileItem => ({
  ...{ key: id, id, filename, size, part: null, sent: size, problem: null },
});

/** The files as the office says they are, with those that are still on their way; keys stay where the file is the same. */
export function withSaved({ files: items, detached }: LetterState, saved: LetterFile[]): FileItem[] {
  const before = (id: string) =>
    items.find((item) => item.id === id || id.endsWith(`:${item.id ?? item.part}`));
  const kept = saved.filter(({ id }) => !detached.includes(id));
  const there = kept.map((file) => ({ ...fileItem(file), key: before(file.id)?.key ?? file.id }));
  return [...there, ...items.filter(({ id, part }) => id === null && part === null)];
}

export const sumOf = (items: readonly FileItem[]): number =>
  items.filter(({ problem }) => problem === null).reduce((sum, { size }) => sum + size, 0);
