import type { Log } from '@kontor/log';
import type { OfficeCalls } from '#office/office-calls.ts';
import type { QuestionQueue } from './queue.ts';

interface Options {
  queue: QuestionQueue;
  office: OfficeCalls;
  log: Log;
}

/** Hands each waiting question to the office and forgets it only once it is taken. Throws while the office is away. */
export async function deliverWaiting({ queue, office, log }: Options): Promise<number> {
  let delivered = 0;
  let refusal: Error | null = null;
  for (const id of await queue.waiting()) {
    const question = await queue.read(id);
    if (!question) continue;
    const { status } = await office.post('/internal/site/inquiries', question);
    if (status === 200 || status === 201) {
      await queue.remove(id);
      delivered += 1;
      log.event('site.inquiry-delivered', { inquiry: id });
    } else if (status === 422 || status === 400) {
      // Our own form let through what the office refuses: a fault of ours, never a visitor's loss.
      await queue.setAside(id);
      log.error('site.inquiry-refused', { inquiry: id, why: 'invalid', status });
    } else {
      // One that fails must not hold up those behind it; it is tried again with the next round.
      refusal = new Error(`the office answered ${status}`);
    }
  }
  if (refusal) throw refusal;
  return delivered;
}
