import { describe, expect, test } from 'vitest';
import { dns } from '#testing/carry.ts';
import { hasDkimpy, isSigned } from '#testing/dkimpy.ts';
import { openPeer } from '#testing/peer.ts';
import { useQueue } from '#testing/use-queue.ts';
import { mxCarrier } from './mx-carrier.ts';

describe.skipIf(!hasDkimpy)('with dkimpy (python3-dkim)', () => {
  const queue = useQueue('sqlite');

  test('a message that went out carries the signature of the firm, and loses it with any change', async () => {
    const peer = await openPeer();
    try {
      const resolve = dns({ 'A x.test': ['127.0.0.1'] });
      queue.work(mxCarrier({ resolve, hostname: 'mail.y.test', allowPrivate: true, port: peer.port }));
      const text = `.\nGrüße aus der Werkstatt\n.. \n${'lang '.repeat(300)}\n\n\n`;
      await queue.post.post({ to: ['nora@x.test'], subject: 'Treppe in Eiche, größer', text }, queue.clock);
      await queue.is('nora@x.test', 'sent');
      const raw = peer.taken[0]?.raw ?? '';
      const { selector, record } = queue.key;
      const ours = { selector, record, domain: 'y.test' };
      expect(isSigned(raw, ours)).toBe(true);
      expect(isSigned(raw.replace('=C3=B6', '=C3=B7'), ours)).toBe(false);
      expect(isSigned(raw.replace(/^To: .*$/m, 'To: mallory@z.test'), ours)).toBe(false);
      expect(isSigned(`${raw}more\r\n`, ours)).toBe(false);
      expect(isSigned(raw, { ...ours, record: 'v=DKIM1; k=rsa; p=' })).toBe(false);
    } finally {
      await peer.close();
    }
  });
});
