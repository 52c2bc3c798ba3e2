import { z } from 'zod';
import { canonicalNetwork, overlap, prefixOf } from './addresses.ts';
import { isCanonicalKey } from './keys.ts';

const oneLine = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(60, 'At most 60 characters.')
  // Also what turns the direction of the words around it.
  .regex(
    /^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u,
    'The name holds characters that cannot be used.',
  );

export const nameField = oneLine;
export const idField = z.string().min(1).max(64);
export const publicKeyField = z.string().refine(isCanonicalKey, 'This is not a WireGuard key.');

/** RFC 1918 and RFC 6598 (shared by carriers): what is nobody's on the internet. */
const private4 = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];
const say4 = 'Enter a private range between /16 and /29, like 10.8.0.0/24.';

export const subnet4Field = z
  .string()
  .trim()
  .pipe(z.cidrv4({ error: say4, abort: true }))
  .refine((cidr) => prefixOf(cidr) >= 16 && prefixOf(cidr) <= 29 && overlap(private4, cidr), say4)
  .transform(canonicalNetwork);

export const say6 = 'Enter a range out of fd00::/8 between /48 and /112, like fd08::/64.';

export const subnet6Field = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.cidrv6({ error: say6, abort: true }))
  .refine((cidr) => prefixOf(cidr) >= 48 && prefixOf(cidr) <= 112 && overlap('fd00::/8', cidr), say6)
  .transform(canonicalNetwork);

const sayHost = 'Enter the name or address of this server, like vpn.brightwater.example.';
const hostName =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export const hostField = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.union([z.ipv4(), z.ipv6(), z.string().regex(hostName)], sayHost))
  // What looks like an IPv4 address and is none would be taken for a name.
  .refine((host) => !/^[\d.]+$/.test(host) || z.ipv4().safeParse(host).success, sayHost);

export const portField = z.coerce
  .number('Enter a port between 1024 and 65535.')
  .int('Enter a port between 1024 and 65535.')
  .min(1024, 'Enter a port between 1024 and 65535.')
  .max(65535, 'Enter a port between 1024 and 65535.');

const sayDns = 'Enter addresses of DNS servers, like 10.8.0.1.';
export const dnsField = z
  .array(z.union([z.ipv4(), z.ipv6()], sayDns))
  .max(4, 'At most 4.')
  .default([]);

const sayRoute = 'Enter networks like 192.168.1.0/24.';
const sayEverything = 'The way to everywhere cannot go through the tunnel; name the networks of the firm.';

/** Never everything, nor halves of everything: who takes a device's whole traffic must want that elsewhere. */
export const routesField = z
  .array(
    z
      .union([z.cidrv4(), z.cidrv6()], sayRoute)
      .refine((cidr) => prefixOf(cidr) >= (cidr.includes(':') ? 16 : 8), sayEverything)
      .transform(canonicalNetwork),
  )
  .max(12, 'At most 12.')
  .default([]);
