import type { Op } from '@kontor/data';
import type { SendingContext } from '#sending/context.ts';
import type { Dispatch } from '#sending/dispatch.ts';
import type { Outcome, Outgoing } from './outgoing.ts';
import { reportOps } from './report.ts';
import { delayAfter, giveUpAfter, tellAfter } from './schedule.ts';

export interface Recorded {
  sent: number;
  failed: number;
  waiting: number;
  /** False when somebody else holds the row by now: nothing was written of it. */
  isOurs: boolean;
  /** Why the sender could not be told, where that is so. */
  untold?: string;
}

type Context = Pick<SendingContext, 'bulk' | 'blobs' | 'clock' | 'sender' | 'hostname' | 'onUndelivered'>;

interface Tried {
  dispatch: Dispatch;
  row: Outgoing;
  outcomes: Outcome[];
  /** 0 to 1: spreads the next tries. */
  chance: number;
}

/** What a try changes: all recipients as they are now, and those of them that this try failed for. */
interface News {
  recipients: Outcome[];
  failed: Outcome[];
  /** To be told that it is still on its way. */
  isLate: boolean;
}

/** What one try came to, in one write: each recipient's outcome, when the rest is tried again, and what the sender is told. */
export async function recordOutcome(context: Context, tried: Tried): Promise<Recorded> {
  const { bulk, clock } = context;
  const { id, holder } = tried.row;
  const now = clock.now();
  const found = newsOf(tried, now);
  const isOurs = (await bulk.count('outgoing', { id, holder })) > 0;
  if (!isOurs) return { ...counted(tried, found), isOurs };
  const { told, news, untold } = await toldOps(context, tried, found).then(
    (ops) => ({ told: ops, news: found, untold: null }),
    // Not kept in a report, a failure is asked for again; whoever has the message does not get it twice for that.
    (error: Error) => ({ told: [], news: notFailed(found), untold: error.message }),
  );
  const written = await bulk.write([
    // First: cut off between the two, it is told again under the same key, which is once.
    ...told,
    { op: 'update', in: 'outgoing', where: { id, holder }, set: rowAfter(tried, news, now) },
  ]);
  return {
    ...counted(tried, news),
    isOurs: (written.at(-1)?.count ?? 0) > 0,
    ...(untold === null ? {} : { untold }),
  };
}

function newsOf({ row, outcomes }: Tried, now: number): News {
  const isOver = now - row.at >= giveUpAfter;
  const tried = new Map(outcomes.map((outcome) => [outcome.address, outcome]));
  const recipients = row.recipients.map((before) => {
    const after = tried.get(before.address);
    if (before.state !== 'waiting' || !after) return before;
    // What could not be done in four days is given up.
    return after.state === 'waiting' && isOver ? { ...after, state: 'failed' as const } : after;
  });
  const failed = recipients.filter(({ address, state }) => state === 'failed' && tried.has(address));
  const isLate = recipients.some(isWaiting) && !row.isDelayTold && now - row.at >= tellAfter;
  return { recipients, failed, isLate };
}

const isWaiting = ({ state }: Outcome): boolean => state === 'waiting';

function notFailed({ recipients, failed }: News): News {
  const again = new Set(failed.map(({ address }) => address));
  const asked = recipients.map((one) =>
    again.has(one.address) ? { ...one, state: 'waiting' as const } : one,
  );
  return { recipients: asked, failed: [], isLate: false };
}

async function toldOps(context: Context, { dispatch, row }: Tried, news: News): Promise<Op[]> {
  const { failed, isLate, recipients } = news;
  const ops: Op[] = [];
  if (failed.length > 0) {
    ops.push(...(await reportOps(context, { dispatch, row, about: failed, kind: 'failed' })));
    ops.push(...(await undeliveredOps(context, dispatch, failed)));
  }
  if (isLate) {
    const about = recipients.filter(isWaiting);
    ops.push(...(await reportOps(context, { dispatch, row, about, kind: 'delayed' })));
  }
  return ops;
}

/** What was taken as answered may not be. What it answered stands in its copy in Sent. */
async function undeliveredOps(
  context: Context,
  { message, person }: Dispatch,
  failed: readonly Outcome[],
): Promise<Op[]> {
  const [copy] = await context.bulk.find('messages', { id: message }, { limit: 1 });
  const { inReplyTo, references } = (copy ?? {}) as { inReplyTo?: unknown; references?: unknown };
  const known = [...(Array.isArray(references) ? references : []), inReplyTo].filter(
    (id): id is string => typeof id === 'string' && id !== '',
  );
  const recipients = failed.map(({ address }) => address);
  return context.onUndelivered({ references: known, person, recipients });
}

function rowAfter({ row, chance }: Tried, { recipients, isLate }: News, now: number) {
  const attempts = row.attempts + 1;
  const next = recipients.some(isWaiting)
    ? { state: 'waiting', due: now + delayAfter(attempts, chance) }
    : { state: 'done', due: now };
  return { recipients, attempts, holder: null, isDelayTold: row.isDelayTold || isLate, ...next };
}

const counted = ({ outcomes }: Tried, { recipients, failed }: News) => {
  const tried = new Set(outcomes.map(({ address }) => address));
  const sent = recipients.filter(({ address, state }) => state === 'sent' && tried.has(address));
  return { sent: sent.length, failed: failed.length, waiting: recipients.filter(isWaiting).length };
};

/** Gives a row back untried, for whoever comes next. */
export async function releaseRow(
  { bulk, clock }: Pick<SendingContext, 'bulk' | 'clock'>,
  { id, holder }: Outgoing,
): Promise<void> {
  const set = { holder: null, due: clock.now() };
  await bulk.write([{ op: 'update', in: 'outgoing', where: { id, holder }, set }]);
}
