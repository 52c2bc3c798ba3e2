import type { Clock } from '@kontor/core';
import type { Bulk } from '@kontor/data';
import { allOf, type Carrier } from './carrier.ts';

/** Characters of a message that are kept to be read; what follows is attachments. */
const mostShown = 200_000;

/** Where nothing leaves the house: what would have gone out is kept as a row for admins to look at. */
export function sinkCarrier({ bulk, clock }: { bulk: Bulk; clock: Clock }): Carrier {
  return {
    destination: () => 'sink',
    atOnce: 20,
    async carry({ id, mailFrom, recipients, subject, size, bytes }) {
      const row = {
        // Tried again, it is the same row.
        ...{ id, subject, sender: mailFrom, recipients: recipients.join(', '), size },
        ...{ keptAt: new Date(clock.now()).toISOString(), raw: await beginning(bytes()) },
      };
      await bulk.write([{ op: 'insert', into: 'sink', rows: [row] }]);
      return allOf(recipients, { state: 'sent', status: '2.0.0', answer: 'kept here' });
    },
  };
}

async function beginning(bytes: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bytes) {
    if (size < mostShown) pieces.push(piece);
    size += piece.length;
  }
  const text = Buffer.concat(pieces).subarray(0, mostShown).toString('utf8');
  const shown = text.replace(/\r\n/g, '\n').replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
  return size > mostShown ? `${shown}\n[…]` : shown;
}
