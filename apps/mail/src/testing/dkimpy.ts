import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's python3-dkim, which shares no line with what signs here. */
export const hasDkimpy = existsSync('/usr/lib/python3/dist-packages/dkim/__init__.py');

const script = `
import sys, dkim
selector, domain, record = sys.argv[1:4]
name = (selector + '._domainkey.' + domain + '.').encode()
dns = lambda asked, timeout=5: record.encode() if asked == name else None
sys.exit(0 if dkim.verify(sys.stdin.buffer.read(), dnsfunc=dns) else 1)
`;

/** Whether an independent checker, with this record in DNS, says that the domain has signed exactly this. */
export function isSigned(
  raw: string,
  { selector, domain, record }: { selector: string; domain: string; record: string },
): boolean {
  const { status, stderr } = spawnSync('/usr/bin/python3', ['-c', script, selector, domain, record], {
    input: raw,
  });
  if (status !== 0 && status !== 1) throw new Error(String(stderr));
  return status === 0;
}
