import {
  createOneTimeTokens,
  createThrottle,
  type OneTimeTokens,
  type Sessions,
  type Throttle,
} from '@kontor/auth';
import type { Config } from '@kontor/config';
import { type ActionContext, type Clock, systemClock } from '@kontor/core';
import {
  type BlobStore,
  type Bulk,
  type Changes,
  type Claims,
  createBlobStore,
  createBulk,
  createChanges,
  createClaims,
  onWritten,
} from '@kontor/data';
import { createResolver, deliverLocal, type LocalMessage, type Resolve } from '@kontor/delivery';
import type { Log } from '@kontor/log';
import { findAlias, findMailboxByAddress, openMailbox } from '@kontor/mailbox';
import {
  findPerson,
  type MailForPeople,
  type PersonDoor,
  peopleProblems,
  readFirm,
  sessionsOf,
} from '@kontor/people';
import { BasePayload, type Payload, type SanitizedConfig } from 'payload';
import { refuseOtherShape } from './data-version.ts';
import { payloadConfig } from './payload-config.ts';
import { prepareFolders } from './prepare-folders.ts';

/** The one context that satisfies every feature's actions. */
export interface Office extends ActionContext {
  config: Config;
  log: Log;
  payload: Payload;
  bulk: Bulk;
  blobs: BlobStore;
  changes: Changes;
  claims: Claims;
  clock: Clock;
  sessions: Sessions;
  throttle: Throttle;
  tokens: OneTimeTokens;
  mail: MailForPeople;
  doors: PersonDoor[];
  hostname: string;
  resolve: Resolve;
  firm(): Promise<{ name: string; domain: string }>;
  post(message: LocalMessage): Promise<void>;
  close(): Promise<void>;
}

interface OfficeOptions {
  log: Log;
  clock?: Clock;
  resolve?: Resolve;
  /** A thread's file that calls `runWriter`, for a part that writes much. */
  writer?: URL;
  /** Payload's config when a framework has made it already (Next). */
  built?: SanitizedConfig;
}

/** Opens the database and wires every feature to it. Migrations have run before (`migrate`). */
export async function openOffice(config: Config, options: OfficeOptions): Promise<Office> {
  prepareFolders(config);
  const built = options.built ?? (await payloadConfig(config));
  const payload = await new BasePayload().init({ config: built });
  await refuseOtherShape(payload).catch(async (problem) => {
    await payload.destroy();
    throw problem;
  });
  return wireOffice(config, payload, options);
}

/** Wires every feature to a Payload that is open. */
export function wireOffice(
  config: Config,
  payload: Payload,
  { log, clock = systemClock, resolve, writer }: OfficeOptions,
): Office {
  const bulk = createBulk(payload, { writer });
  const blobs = createBlobStore({ dir: config.blobsDir });
  const parts = { payload, bulk, clock };
  const sessions = sessionsOf(payload);
  const changes = createChanges({ bulk, clock });
  const office: Office = {
    ...parts,
    config,
    log,
    blobs,
    sessions,
    changes,
    claims: createClaims({ bulk, clock }),
    throttle: createThrottle({ bulk, clock }),
    tokens: createOneTimeTokens({ bulk, clock }),
    mail: mailForPeople(parts),
    doors: [
      {
        name: 'web sessions',
        close: async (id) => {
          await sessions.closeAll(id);
          // Live screens ask again who looks at them.
          await changes.record('session.closed', id);
        },
        probe: async (id) => (await sessions.list(id)).length === 0,
      },
      websiteDoor({ payload, changes }),
    ],
    hostname: config.mailHostname,
    resolve: resolve ?? createResolver(config.dns),
    audit: (line) => log.event('audit.action', { ...line }),
    firm: async () => (await readFirm(payload)) ?? peopleProblems.raise('not-set-up'),
    post: (message) => deliverLocal(office, message),
    close: () => payload.destroy(),
  };
  onWritten(payload, (line) => office.audit({ ...line, via: 'web', outcome: 'done' }));
  return office;
}

/** Who is let go is shown to no visitor: the site draws anew what it shows of people. */
function websiteDoor({ payload, changes }: Pick<Office, 'payload' | 'changes'>): PersonDoor {
  const drawAnew = (id: string) => changes.record('site.published', id);
  return {
    name: 'website',
    open: drawAnew,
    close: drawAnew,
    probe: async (id) => (await findPerson(payload, id))?.disabled !== false,
  };
}

function mailForPeople(parts: Pick<Office, 'payload' | 'bulk' | 'clock'>): MailForPeople {
  return {
    async openPersonal({ id, name, email }) {
      await openMailbox(parts, { address: email, name, kind: 'personal', owner: id });
    },
    async openShared(shared) {
      await openMailbox(parts, { ...shared, kind: 'shared' });
    },
    async isAddressFree(address, person) {
      const present = await findMailboxByAddress(parts, address);
      if (present) return present.kind === 'personal' && present.owner === person;
      return (await findAlias(parts, address)) === null;
    },
  };
}
