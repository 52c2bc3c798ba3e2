import type { ActionContext, Clock } from '@kontor/core';
import type { Bulk, Changes, Claims } from '@kontor/data';
import type { VpnPort } from './vpn-port.ts';

export interface TunnelsContext extends ActionContext {
  bulk: Bulk;
  clock: Clock;
  changes: Pick<Changes, 'latest'>;
  claims: Claims;
  vpn: VpnPort;
  /** The persons with these ids; who is unknown is left out. */
  whoIs(ids: readonly string[]): Promise<{ id: string; name: string; disabled: boolean }[]>;
}
