import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@kontor/data/testing/free-port';
import { domain } from './bench-firm.ts';
import { answers } from './ports.ts';

const run = promisify(execFile);

export const missingForPostfix = (): string[] => {
  const missing = ['/usr/sbin/postfix', '/usr/sbin/smtp-source'].filter((path) => !existsSync(path));
  if (process.getuid?.() !== 0) missing.push('root, to start a Postfix');
  return missing;
};

export interface Postfix {
  port: number;
  /** Messages that have reached the mailbox. */
  delivered(): number;
  stop(): Promise<void>;
}

/**
 * Debian's Postfix with a folder of its own. As ours does before its 250, it checks the recipient, writes the message
 * with fsync and delivers it to a mailbox (a Maildir, fsynced); unlike ours it says 250 when the message is queued.
 */
export async function startPostfix(): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-postfix-'));
  const port = await freePort();
  const config = join(folder, 'etc');
  const spool = join(folder, 'spool');
  const state = join(folder, 'state');
  const mail = join(folder, 'mail');
  for (const dir of [config, spool, state, mail]) mkdirSync(dir, { recursive: true });
  chmodSync(folder, 0o755);
  chownSync(state, idOf('postfix'), 0);
  chownSync(mail, idOf('nobody'), 0);
  writeFileSync(join(config, 'main.cf'), mainCf({ folder, spool, state, mail }));
  writeFileSync(join(config, 'master.cf'), masterCf(port));
  await run('/usr/sbin/postfix', ['-c', config, 'start']);
  await answers(port);
  return {
    port,
    delivered: () => countIn(join(mail, 'box/new')),
    async stop() {
      await run('/usr/sbin/postfix', ['-c', config, 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const countIn = (dir: string): number => (existsSync(dir) ? readdirSync(dir).length : 0);

function idOf(name: string): number {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  return Number(line?.split(':')[2] ?? 0);
}

const mainCf = ({ folder, spool, state, mail }: Record<'folder' | 'spool' | 'state' | 'mail', string>) => `
compatibility_level = 3.6
queue_directory = ${spool}
data_directory = ${state}
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = mail.${domain}
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_peername_lookup = no
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
smtpd_tls_security_level = none
smtp_dns_support_level = disabled
virtual_mailbox_domains = ${domain}
virtual_mailbox_base = ${mail}
virtual_mailbox_maps = static:box/
virtual_uid_maps = static:${idOf('nobody')}
virtual_gid_maps = static:${idOf('nobody')}
virtual_minimum_uid = 100
virtual_mailbox_limit = 0
virtual_transport = virtual
alias_maps =
maillog_file = ${join(folder, 'mail.log')}
maillog_file_prefixes = ${folder}
`;

const masterCf = (port: number) => `
127.0.0.1:${port} inet n - n - 100 smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
flush unix n - n 1000? 0 flush
showq unix n - n - - showq
postlog unix-dgram n - n - 1 postlogd
`;
