import type { DesiredNetwork, DesiredPeer, ReportProblem } from '@kontor/tunnels/wire';
import type { Backend } from './backends/backend.ts';
import { deltaOf } from './delta.ts';
import type { LivePeer } from './dump.ts';
import type { Memory } from './store.ts';

export interface Reconciled {
  live: LivePeer[];
  added: number;
  removed: number;
  problems: ReportProblem[];
  /** Peers that were just set and were heard from before: a packet to them begins the handshake from here. */
  toWake: DesiredPeer[];
}

interface Parts {
  backend: Backend;
  memory: Memory;
  privateKey: string;
}

/** Makes one network what it should be, in the order that is safe: who has to go, rules, interface, who may come. */
export async function reconcileNetwork(
  { backend, memory, privateKey }: Parts,
  network: DesiredNetwork,
): Promise<Reconciled> {
  const problems: ReportProblem[] = [];
  const say = (code: ReportProblem['code'], detail: string): void =>
    void problems.push({ code, network: network.id, detail });
  const { left, removed } = await cutOff(backend, network);
  let isNew: boolean;
  try {
    isNew = await backend.raise(network, privateKey);
  } catch (error) {
    say('interface-failed', (error as Error).message);
    return { live: left ?? [], added: 0, removed, problems, toWake: [] };
  }
  const before = left === null || isNew ? await backend.peers(network) : left;
  const { toSet } = deltaOf(network.peers, before);
  const remembered = toSet.map((peer) => ({ ...peer, endpoint: memory[peer.key]?.endpoint ?? null }));
  if (toSet.length > 0) await backend.set(network, remembered);
  const live = toSet.length > 0 ? await backend.peers(network) : before;
  // Looked at again: WireGuard takes some things without a word and does something else.
  const still = deltaOf(network.peers, live);
  const wrong = still.toSet.length + still.toRemove.length;
  if (wrong > 0) say('peers-differ', String(wrong));
  const obstacle = await backend.obstacle(network);
  if (obstacle !== null) say('cannot-forward', obstacle);
  return {
    live,
    added: toSet.length,
    removed,
    problems,
    toWake: remembered.filter(({ endpoint }) => endpoint !== null),
  };
}

/** Before anything that can fail: an interface that cannot be made right may still carry a peer that has to go. */
async function cutOff(
  backend: Backend,
  network: DesiredNetwork,
): Promise<{ left: LivePeer[] | null; removed: number }> {
  const before = await backend.peers(network).catch(() => null);
  const leaving = new Set(deltaOf(network.peers, before ?? []).toRemove);
  if (before === null || leaving.size === 0) return { left: before, removed: 0 };
  await backend.remove(
    network,
    before.filter(({ key }) => leaving.has(key)),
  );
  return { left: await backend.peers(network), removed: leaving.size };
}
