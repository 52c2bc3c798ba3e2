import { createLog } from '@kontor/log';
import { type Office, prepareFolders, refuseOtherShape, wireOffice } from '@kontor/suite';
import { getPayload } from 'payload';
import { readConfig } from './office.config.ts';
import payloadConfig from './payload.config.ts';
import { threads } from './threads.ts';

/** Next bundles each entry apart: what must be one per process hangs on the process. */
const process_ = globalThis as { kontorOffice?: Promise<Office> | undefined };

/** The one office of this process, opened at the first request that needs it; a failed opening is tried again. */
export function getOffice(): Promise<Office> {
  process_.kontorOffice ??= open();
  process_.kontorOffice.catch(() => {
    process_.kontorOffice = undefined;
  });
  return process_.kontorOffice;
}

async function open(): Promise<Office> {
  const config = readConfig();
  prepareFolders(config);
  const payload = await getPayload({ config: payloadConfig });
  await refuseOtherShape(payload);
  const log = createLog({ part: 'office', level: config.logLevel });
  const { reading, markdown } = threads();
  return wireOffice(config, payload, { log, readThread: reading, markdownThread: markdown });
}
