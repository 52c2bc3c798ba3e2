import type { ConversationPage, ConversationView, MailboxView } from '@kontor/mailbox';
import type { Change, ListKey, ShownProblem, Undo } from '../mail-screen-data.ts';

/** The office answered with a problem that a person can read. */
export class CallProblem extends Error {
  readonly status: number;
  readonly shown: ShownProblem | null;
  readonly code: string;
  readonly fields: Record<string, string>;

  constructor(
    status: number,
    shown: (ShownProblem & { code: string; fields: Record<string, string> }) | null,
  ) {
    super(shown?.title ?? `status ${status}`);
    this.status = status;
    this.shown = shown;
    this.code = shown?.code ?? '';
    this.fields = shown?.fields ?? {};
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

/** The session has ended: the sign-in page leads back here. */
const signInAgain = (): void => location.reload();

export async function ask<Answer>(
  url: string,
  init: RequestInit = {},
  onSignedOut = signInAgain,
): Promise<Answer> {
  const signal = AbortSignal.timeout(20_000);
  const headers = { accept: 'application/json', ...init.headers };
  const answer = await fetch(url, { ...init, headers, signal, credentials: 'same-origin' });
  if (answer.status === 401) onSignedOut();
  if (!answer.ok) throw new CallProblem(answer.status, await shownProblem(answer));
  return (await answer.json()) as Answer;
}

async function shownProblem(answer: Response): Promise<ConstructorParameters<typeof CallProblem>[1]> {
  return readProblem(await answer.json().catch(() => null));
}

export function readProblem(body: unknown): ConstructorParameters<typeof CallProblem>[1] {
  if (typeof body !== 'object' || body === null || !('title' in body)) return null;
  const { title, hint, code, fields } = body as Record<string, unknown>;
  return {
    title: String(title),
    hint: String(hint ?? ''),
    code: String(code ?? ''),
    fields: (fields ?? {}) as Record<string, string>,
  };
}
