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
import {
  blobsToSend,
  createResolver,
  deliverLocal,
  type LocalMessage,
  type Resolve,
  type Sender,
  type SendingContext,
} from '@kontor/delivery';
import { answerOps, type Colleague, undeliveredOps, type WorkingTime } from '@kontor/inquiries';
import type { Log } from '@kontor/log';
import { findAlias, findMailboxByAddress, openMailbox } from '@kontor/mailbox';
import {
  findPerson,
  findPersons,
  listColleagues,
  type MailForPeople,
  type PersonDoor,
  peopleProblems,
  readFirm,
  readWorkingTime,
  sessionsOf,
} from '@kontor/people';
import type { Search } from '@kontor/search';
import { createVpnPort, type TunnelsContext, tunnelsDoor, type VpnPort } from '@kontor/tunnels';
import { blobsInWiki, type MarkdownReader, markdownReader } from '@kontor/wiki';
import { BasePayload, type Payload, type SanitizedConfig } from 'payload';
import { refuseOtherShape } from './data-version.ts';
import { openSearch, searchSources } from './open-search.ts';
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
  search: Search;
  vpn: VpnPort;
  whoIs: TunnelsContext['whoIs'];
  readMarkdown: MarkdownReader;
  firm(): Promise<{ name: string; domain: string }>;
  workingTime(): Promise<WorkingTime>;
  colleagues(): Promise<Colleague[]>;
  officeUrl: string;
  post(message: LocalMessage): Promise<void>;
  /** What else than mail points at blobs; the sweep of mail leaves it alone. */
  heldBlobs(hashes: readonly string[]): Promise<ReadonlySet<string>>;
  ourDomains(): Promise<string[]>;
  sender(person: string): Promise<Sender | null>;
  onAnswered: SendingContext['onAnswered'];
  onUndelivered: SendingContext['onUndelivered'];
  close(): Promise<void>;
}

interface OfficeOptions {
  log: Log;
  clock?: Clock;
  resolve?: Resolve;
  /** A thread's file that calls `runWriter`, for a part that writes much. */
  writer?: URL;
  /** A thread's file that reads documents (`@kontor/search/read-thread`), for a part that fills the index. */
  readThread?: URL | undefined;
  /** A thread's file that reads Markdown (`@kontor/wiki/markdown-thread`), for a part that must answer others meanwhile. */
  markdownThread?: URL | undefined;
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
  { log, clock = systemClock, resolve, writer, readThread, markdownThread }: OfficeOptions,
): Office {
  const bulk = createBulk(payload, { writer });
  const blobs = createBlobStore({ dir: config.blobsDir });
  const parts = { payload, bulk, clock };
  const sessions = sessionsOf(payload);
  const changes = createChanges({ bulk, clock });
  const claims = createClaims({ bulk, clock });
  const office: Office = {
    ...parts,
    config,
    log,
    blobs,
    sessions,
    changes,
    claims,
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
      tunnelsDoor(() => office),
    ],
    vpn: createVpnPort({ socketPath: config.vpnSocket }),
    whoIs: (ids) => findPersons(payload, ids),
    readMarkdown: markdownReader(markdownThread),
    hostname: config.mailHostname,
    resolve: resolve ?? createResolver(config.dns),
    search: openSearch(config, {
      changes,
      claims,
      clock,
      log,
      sources: searchSources({ ...parts, blobs }, { log, readThread }),
    }),
    audit: (line) => log.event('audit.action', { ...line }),
    firm: async () => (await readFirm(payload)) ?? peopleProblems.raise('not-set-up'),
    workingTime: () => readWorkingTime(payload),
    colleagues: async () =>
      (await listColleagues(payload, clock.now())).map((one) => ({ ...one, isAdmin: one.role === 'admin' })),
    officeUrl: config.officeUrl,
    post: (message) => deliverLocal(office, message),
    heldBlobs: async (hashes) =>
      new Set([...(await blobsInWiki({ bulk }, hashes)), ...(await blobsToSend({ bulk }, hashes))]),
    ourDomains: async () => (await bulk.find('domains', {})).map(({ name }) => String(name)),
    sender: (person) => findPerson(payload, person),
    onAnswered: (answer) => answerOps({ bulk, clock }, answer),
    onUndelivered: (answer) => undeliveredOps({ bulk, clock }, answer),
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
