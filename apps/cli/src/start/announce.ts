import { userInfo } from 'node:os';
import type { Config } from '@kontor/config';

interface Running {
  config: Config;
  /** Kontor's folder. */
  root: string;
  /** The firm's mail domain; none before it is set up. */
  domain?: string | undefined;
  setupToken?: string | undefined;
  /** The demo's logins. */
  passwords?: Readonly<Record<string, string>> | undefined;
  /** SSH_CONNECTION, when the terminal came over SSH. */
  ssh?: string | undefined;
  usesDefaultFolder: boolean;
}

/** What the operator reads when all parts answer: one table, and lines to paste. */
export function announcement(running: Running): string[] {
  const { config, setupToken, passwords } = running;
  return [
    '',
    ...table(addresses(config)),
    ...(setupToken ? setUp(config, setupToken) : []),
    ...(passwords ? ['', '  Logins of the demo, for the office', ...table(Object.entries(passwords))] : []),
    '',
    ...testMail(running),
    ...overSsh(running),
    '',
    '  Ctrl-C stops every part.',
    '',
  ];
}

function addresses({ siteUrl, officeUrl, host, ports, logsDir, dataDir }: Config): [string, string][] {
  return [
    ['Website', siteUrl],
    ['Office', `${officeUrl}/login`],
    ['Mail', `${officeUrl}/mail`],
    ['Content', `${officeUrl}/admin`],
    ['Mail in', `${host}:${ports.smtp} (SMTP)`],
    ['Data', dataDir],
    ['Logs', `${logsDir}/{site,office,mail,vpn,search,kontor}.log`],
  ];
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, value]) => `  ${name.padEnd(width)}${value}`);
}

const setUp = ({ officeUrl }: Config, token: string): string[] => [
  '',
  '  This office is not set up yet. Open this link; it works once, within 24 hours:',
  `  ${officeUrl}/setup?token=${token}`,
];

/** As a shell reads it as one word. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

function testMail({ config, root, domain, usesDefaultFolder }: Running): string[] {
  const settings = [
    ...(usesDefaultFolder ? [] : [`KONTOR_DATA=${quoted(config.dataDir)}`]),
    ...(config.ports.office === 3000 ? [] : [`KONTOR_OFFICE_PORT=${config.ports.office}`]),
    ...(config.ports.smtp === 2525 ? [] : [`KONTOR_SMTP_PORT=${config.ports.smtp}`]),
    ...(config.host === '127.0.0.1' ? [] : [`KONTOR_HOST=${config.host}`]),
  ];
  const flag = config.demo && usesDefaultFolder ? ' --demo' : '';
  const to = domain ? ` hello@${domain}` : '';
  // It is pasted into another terminal, which stands in whatever folder.
  const kontor = `npm --prefix ${quoted(root)} run kontor --`;
  const line = [...settings, `${kontor} send-test-mail${to}${flag}`].join(' ');
  return [
    domain ? '  This line sends a test mail:' : '  Once it is set up, this line sends a test mail:',
    `  ${line}`,
  ];
}

function overSsh({ config, ssh }: Running): string[] {
  if (!ssh) return [];
  const [, , server = 'server'] = ssh.split(' ');
  const { site, office } = config.ports;
  const line = `ssh -L ${office}:localhost:${office} -L ${site}:127.0.0.1:${site} ${userInfo().username}@${server}`;
  return ['', '  From the computer you sit at, this line brings both here:', `  ${line}`];
}
