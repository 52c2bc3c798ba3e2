import { createHash } from 'node:crypto';
import { loadConfig } from '@kontor/config';
import { createLog } from '@kontor/log';
import { messageBytes } from '@kontor/mailbox';
import { openOffice } from '@kontor/suite';

/** A process of its own, which knows nothing of the one that died: prints what the mailboxes hold, as JSON. */
const log = createLog({ part: 'kill-test', destination: { write: () => undefined } });
const office = await openOffice(loadConfig(process.env), { log });
const rows = await office.bulk.find('messages', {}, { select: ['blob', 'prefix', 'dropped', 'size'] });
const placements = await office.bulk.find(
  'placements',
  {},
  { select: ['message', 'folder', 'uid', 'modseq'] },
);
const messages = [];
for (const row of rows) {
  const prefix = String(row.prefix);
  const dropped = (row.dropped ?? []) as [number, number][];
  const hash = createHash('sha256');
  let skip = Buffer.byteLength(prefix);
  let size = 0;
  for await (const chunk of messageBytes(office.blobs, { blob: String(row.blob), prefix, dropped })) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    hash.update(bytes.subarray(Math.min(skip, bytes.length)));
    skip = Math.max(0, skip - bytes.length);
  }
  messages.push({ id: row.id, hash: hash.digest('hex'), isSizeRight: size === Number(row.size) });
}
const changes = await office.bulk.count('changes', { kind: 'mail.arrived' });
await office.close();
// Only when the pipe has taken it all may the process end.
process.stdout.write(JSON.stringify({ messages, placements, changes }), () => process.exit(0));
