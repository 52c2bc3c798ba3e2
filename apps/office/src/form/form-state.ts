import type { SaidProblem } from '#problems/say-problem.ts';

/** What a form shows again after it was sent: the problem, and everything that was entered but passwords. */
export interface FormState {
  problem: SaidProblem | null;
  values: Record<string, string[]>;
  isDone?: boolean;
  /** Counts the answers, so that the same problem twice takes the focus twice. */
  answer: number;
}

export const untouched: FormState = { problem: null, values: {}, answer: 0 };
