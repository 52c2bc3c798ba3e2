import { answerApart } from '@kontor/threads';
import type { CleanTask } from './clean-apart.ts';
import { sanitizeMail } from './sanitize-mail.ts';

// A file of its own, because a thread is started from one.
answerApart(({ html, options }: CleanTask) => sanitizeMail(html, options));
