import { answerApart } from '@kontor/threads';
import { extractText } from './extract-text.ts';
import type { ReadTask } from './read-apart.ts';

// A file of its own, because a thread is started from one.
answerApart(({ kind, bytes }: ReadTask) => extractText(kind, bytes));
