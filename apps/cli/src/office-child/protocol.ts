import type { FieldProblems, ProblemKind } from '@kontor/core';
import type { DatabaseReport } from '@kontor/data';

/** What the office's child can be asked; each task's input and outcome. */
export interface Tasks {
  /** Migrates, and says what is there. Gives a set-up token when there is no firm yet. */
  prepare: { input: object; outcome: { ran: string[]; domain?: string; setupToken?: string } };
  migrate: { input: object; outcome: { ran: string[] } };
  setupToken: { input: object; outcome: { token: string } };
  firm: { input: object; outcome: { domain?: string } };
  renewPassword: { input: { email: string }; outcome: { password: string } };
  addPerson: { input: { email: string; name: string }; outcome: { password: string } };
  disablePerson: { input: { email: string }; outcome: { receipt: { door: string; shut: boolean }[] } };
  enablePerson: { input: { email: string }; outcome: object };
  setRole: { input: { email: string; role: string }; outcome: object };
  loadDemo: { input: object; outcome: { loaded: boolean } };
  rebuildSearch: { input: object; outcome: { records: number; documents: number } };
  database: { input: object; outcome: DatabaseReport };
}

export type TaskName = keyof Tasks;

export interface Question {
  task: TaskName;
  input: unknown;
}

export type Answer =
  | { kind: 'progress'; line: string }
  | { kind: 'done'; outcome: unknown }
  | {
      kind: 'problem';
      problem: { code: string; kind: ProblemKind; title: string; hint: string; fields?: FieldProblems };
    }
  | { kind: 'bug'; why: string };
