import { answerApart } from '@kontor/threads';
import { markdownPage } from './markdown-page.ts';

// A file of its own, because a thread is started from one.
answerApart(markdownPage);
