import { configProblems } from './problems.ts';
import type { Settings } from './schema.ts';

export interface Smarthost {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS. */
  readonly secure: boolean;
  readonly user?: string;
  readonly password?: string;
}

export type Outbound =
  | { readonly kind: 'mx'; readonly allowPrivate: boolean }
  | { readonly kind: 'smarthost'; readonly smarthost: Smarthost }
  | { readonly kind: 'sink' };

/** Where mail for others goes. The demo sends nothing into the world, whatever else is said. */
export function outboundOf(given: Settings): Outbound {
  const { KONTOR_DEMO: isDemo, KONTOR_SMARTHOST: url } = given;
  const kind = given.KONTOR_OUTBOUND ?? (url ? 'smarthost' : isDemo ? 'sink' : 'mx');
  if (isDemo && kind !== 'sink') configProblems.raise('demo-sends-nothing', { values: { outbound: kind } });
  if (kind === 'mx') return { kind, allowPrivate: given.KONTOR_OUTBOUND_PRIVATE };
  if (kind === 'sink') return { kind };
  return url ? { kind, smarthost: smarthostOf(new URL(url)) } : configProblems.raise('no-smarthost');
}

function smarthostOf({ protocol, hostname, port, username, password }: URL): Smarthost {
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username ? { user: decodeURIComponent(username), password: decodeURIComponent(password) } : {}),
  };
}
