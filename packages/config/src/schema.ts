import { z } from 'zod';

const port = (fallback: number) =>
  z.coerce
    .number({ error: 'must be a port number' })
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(65535, 'must be 65535 or less')
    .default(fallback);

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
  .transform((url) => url.replace(/\/$/, ''));

const flag = z
  .enum(['0', '1', 'true', 'false', ''], { error: 'must be 1 or 0' })
  .default('0')
  .transform((value) => value === '1' || value === 'true');

/**
 * Every setting Kontor reads from its environment. Each may also be given as NAME_FILE, a file that holds the value.
 * `.env.example` is generated from this list.
 */
export const settings = {
  KONTOR_DATA: z.string().min(1).default('./data').describe('Folder of everything Kontor keeps.'),
  KONTOR_DATABASE: z
    .string()
    .regex(/^(sqlite|mongodb(\+srv)?:\/\/\S+)$/, 'must be "sqlite" or a mongodb:// address')
    .default('sqlite')
    .describe(
      '"sqlite" (embedded, in the data folder) or a mongodb:// address. Use KONTOR_DATABASE_FILE when it holds a password.',
    ),
  KONTOR_HOST: z.string().min(1).default('127.0.0.1').describe('Address that every part listens on.'),
  KONTOR_SITE_PORT: port(4321).describe('Port of the website.'),
  KONTOR_OFFICE_PORT: port(3000).describe('Port of the office.'),
  KONTOR_SMTP_PORT: port(2525).describe('Port for mail from other servers.'),
  KONTOR_SEARCH_PORT: port(7700).describe('Port of the Meilisearch that comes along; on this machine only.'),
  KONTOR_MEILI_URL: httpUrl
    .optional()
    .describe(
      'Address of a Meilisearch of your own, of this Kontor alone. Default: the one that comes along, where there is one.',
    ),
  KONTOR_MEILI_KEY: z
    .string()
    .min(16, 'must be 16 characters or more')
    .optional()
    .describe('Master key of the Meilisearch at KONTOR_MEILI_URL. Better given by KONTOR_MEILI_KEY_FILE.'),
  KONTOR_SITE_URL: httpUrl
    .optional()
    .describe('Public address of the website. Default: http://127.0.0.1:<site port>'),
  KONTOR_OFFICE_URL: httpUrl
    .optional()
    .describe('Public address of the office. Default: http://localhost:<office port>'),
  KONTOR_MAIL_HOSTNAME: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i, 'must be a host name')
    .default('localhost')
    .describe('Name the mail service greets with and writes into Received and Authentication-Results.'),
  KONTOR_SMTP_MAX_SIZE: z.coerce
    .number({ error: 'must be a number of bytes' })
    .int('must be a whole number of bytes')
    .min(65536, 'must be 65536 or more')
    .max(268435456, 'must be 268435456 or less')
    .default(36700160)
    .describe('Largest message taken, in bytes (35 MiB).'),
  KONTOR_SMTP_MAX_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(10000)
    .default(200)
    .describe('SMTP connections at once.'),
  KONTOR_TLS_CERT: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Certificate chain (PEM file) for STARTTLS. Without it the mail service makes a self-signed one.',
    ),
  KONTOR_TLS_KEY: z
    .string()
    .min(1)
    .optional()
    .describe('Private key (PEM file) that belongs to KONTOR_TLS_CERT.'),
  KONTOR_DNS: z
    .string()
    .regex(/^[0-9a-f.:[\]]+(,[0-9a-f.:[\]]+)*$/i, 'must be "address:port", several parted by commas')
    .optional()
    .describe('DNS servers for mail. Default: those of the host.'),
  KONTOR_OUTBOUND: z
    .enum(['mx', 'smarthost', 'sink'], { error: 'must be mx, smarthost or sink' })
    .optional()
    .describe(
      'Where mail goes out: "mx" (straight to each domain), "smarthost" (through KONTOR_SMARTHOST) or "sink" (nowhere: it is kept for admins to look at). Default: smarthost if there is one, sink in the demo, else mx.',
    ),
  KONTOR_SMARTHOST: z
    .url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// address' })
    .optional()
    .describe(
      'Server that takes all outgoing mail: smtps://name:password@host:465, or smtp:// for STARTTLS on 587. Use KONTOR_SMARTHOST_FILE when it holds a password.',
    ),
  KONTOR_OUTBOUND_PRIVATE: flag.describe(
    '1 to send to mail servers on private addresses too; without it a name that leads to one is not followed.',
  ),
  KONTOR_VPN: z
    .enum(['auto', 'kernel', 'wireguard-go', 'config-only'], {
      error: 'must be auto, kernel, wireguard-go or config-only',
    })
    .default('auto')
    .describe('What carries the tunnels: auto takes the first of the others that works on this host.'),
  KONTOR_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' })
    .default('info')
    .describe('How much is logged.'),
  KONTOR_DEMO: flag.describe('1 in the demo: sample firm, loopback only.'),
} as const;

export const settingsSchema = z.object(settings);
export type Settings = z.output<typeof settingsSchema>;
