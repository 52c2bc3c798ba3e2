import type { DesiredNetwork, DesiredPeer, Report } from '@kontor/tunnels/wire';
import type { LivePeer } from '#dump.ts';

export interface PeerToSet extends DesiredPeer {
  /** Where it was last heard from: with it the server can begin the handshake itself. */
  endpoint: string | null;
}

/** What carries the tunnels on this host. The reconciler is the same over each. */
export interface Backend {
  about: Report['backend'];
  /** Makes the interface and its rules what they should be; leaves alone what already is. True when it is new. */
  raise(network: DesiredNetwork, privateKey: string): Promise<boolean>;
  /** Takes interface and rules away. */
  lower(network: Pick<DesiredNetwork, 'id' | 'subnets'>): Promise<void>;
  peers(network: Pick<DesiredNetwork, 'id'>): Promise<LivePeer[]>;
  set(network: Pick<DesiredNetwork, 'id'>, peers: readonly PeerToSet[]): Promise<void>;
  /** Cuts these peers off and forgets the connections of their addresses. */
  remove(network: Pick<DesiredNetwork, 'id'>, peers: readonly LivePeer[]): Promise<void>;
  /** What of the host stands in the way; null when nothing does. */
  obstacle(network: DesiredNetwork): Promise<string | null>;
}
