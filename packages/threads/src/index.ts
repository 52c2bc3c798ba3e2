export { answerApart } from './answer-apart.ts';
export { type Limits, type Outcome, workApart } from './work-apart.ts';
