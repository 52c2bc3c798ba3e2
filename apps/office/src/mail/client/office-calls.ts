import type { ConversationPage, ConversationView, MailboxView } from '@kontor/mailbox';
import type { Change, ListKey, ShownProblem, Undo } from '../mail-screen-data.ts';

/** The office answered with a problem that a person can read. */
export class CallProblem extends Error {
  readonly status: number;
  readonly shown: ShownProblem | null;

  constructor(status: number, shown: ShownProblem | null) {
    super(shown?.title ?? `status ${status}`);
    this.status = status;
    this.shown = shown;
  }
}

export interface OfficeCalls {
  mailboxes(): Promise<MailboxView[]>;
  conversations(list: ListKey & { after?: string | null; limit?: number }): Promise<ConversationPage>;
  conversation(folder: string, thread: string): Promise<ConversationView>;
  change(change: Change): Promise<{ undo: Undo | null }>;
}

/** The calls behind the screen, over HTTP to the office it came from. */
export function officeCalls(base = '/mail-data'): OfficeCalls {
  return {
    mailboxes: () => ask(`${base}/mailboxes`),
    conversations: ({ folder, filter, after, limit = 50 }) =>
      ask(
        `${base}/conversations?${new URLSearchParams({ folder, filter, limit: String(limit), ...(after ? { after } : {}) })}`,
      ),
    conversation: (folder, thread) => ask(`${base}/conversation?${new URLSearchParams({ folder, thread })}`),
    change: (change) =>
      ask(`${base}/change`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(change),
      }),
  };
}

async function ask<Answer>(url: string, init: RequestInit = {}): Promise<Answer> {
  const signal = AbortSignal.timeout(20_000);
  const headers = { accept: 'application/json', ...init.headers };
  const answer = await fetch(url, { ...init, headers, signal, credentials: 'same-origin' });
  // The session has ended: the sign-in page leads back here.
  if (answer.status === 401) location.reload();
  if (!answer.ok) throw new CallProblem(answer.status, await shownProblem(answer));
  return (await answer.json()) as Answer;
}

async function shownProblem(answer: Response): Promise<ShownProblem | null> {
  const body: unknown = await answer.json().catch(() => null);
  if (typeof body !== 'object' || body === null || !('title' in body)) return null;
  return { title: String(body.title), hint: 'hint' in body ? String(body.hint) : '' };
}
