import type { Log } from '@kontor/log';
import { publicKeyOf } from '@kontor/tunnels/keys';
import type { DesiredNetwork, DesiredState, Report, ReportProblem } from '@kontor/tunnels/wire';
import type { Backend } from './backends/backend.ts';
import { deltaOf } from './delta.ts';
import type { LivePeer } from './dump.ts';
import { inTurn } from './in-turn.ts';
import { interfaceOf } from './network.ts';
import { reconcileNetwork } from './reconcile-network.ts';
import type { Memory, Store } from './store.ts';
import { wake } from './wake.ts';

interface Options {
  instance: string;
  backend: Backend;
  store: Store;
  /** The private key of a network's interface, made once and kept. */
  keyOf(network: string): string;
  log: Log;
}

export type PutAnswer = { ok: true; report: Report } | { ok: false; version: number };

export interface Reconciler {
  /** Brings back what was desired last, asking nobody. */
  restore(): Promise<void>;
  /** On disk, then true, then answered. An older state than the one at hand is refused. */
  put(state: DesiredState): Promise<PutAnswer>;
  /** Makes true again what has drifted, and remembers where peers are. */
  look(): Promise<void>;
  report(): Promise<Report>;
  /** Takes every interface away. */
  lowerAll(): Promise<void>;
}

export function createReconciler({ instance, backend, store, keyOf, log }: Options): Reconciler {
  let state: DesiredState | null = store.readState();
  let memory: Memory = store.readMemory();
  let problems: ReportProblem[] = [];
  const turn = inTurn();

  async function lowerGone(
    before: readonly DesiredNetwork[],
    kept: readonly DesiredNetwork[],
  ): Promise<void> {
    const ids = new Set(kept.map(({ id }) => id));
    for (const network of before) if (!ids.has(network.id)) await backend.lower(network);
  }

  async function apply(networks: readonly DesiredNetwork[]): Promise<void> {
    const found: ReportProblem[] = [];
    const live: LivePeer[] = [];
    for (const desired of networks) {
      const parts = { backend, memory, privateKey: keyOf(desired.id) };
      const network = withoutItself(desired, parts.privateKey);
      const done = await reconcileNetwork(parts, network).catch((error: Error) => {
        const detail = error.message;
        found.push({ code: 'interface-failed', network: network.id, detail });
        return null;
      });
      if (!done) continue;
      found.push(...done.problems);
      live.push(...done.live);
      if (backend.about.name !== 'config-only') wake(done.toWake);
      const { added, removed } = done;
      if (added + removed > 0) log.event('vpn.changed', { network: network.id, added, removed });
    }
    tellNew(found);
    problems = found;
    remember(live);
  }

  function tellNew(found: readonly ReportProblem[]): void {
    const known = new Set(problems.map((problem) => JSON.stringify(problem)));
    for (const problem of found.filter((one) => !known.has(JSON.stringify(one))))
      log.warn('vpn.problem', { ...problem });
  }

  function remember(live: readonly LivePeer[]): void {
    const next: Memory = {};
    for (const { peers } of state?.networks ?? [])
      for (const { key } of peers) {
        const known = memory[key];
        if (known) next[key] = known;
      }
    for (const { key, endpoint, lastHandshake } of live) {
      if (lastHandshake !== null)
        next[key] = { endpoint: endpoint ?? next[key]?.endpoint ?? null, lastHandshake };
    }
    if (JSON.stringify(next) === JSON.stringify(memory)) return;
    memory = next;
    store.writeMemory(next);
  }

  async function reportOf(desired: DesiredNetwork): Promise<Report['networks'][number]> {
    const network = withoutItself(desired, keyOf(desired.id));
    const { id, peers } = network;
    const live = await backend.peers(network).catch(() => null);
    const { toSet, toRemove } = deltaOf(peers, live ?? []);
    return {
      id,
      interface: interfaceOf(id),
      publicKey: publicKeyOf(keyOf(id)),
      isRight: live !== null && toSet.length + toRemove.length === 0,
      peers: (live ?? []).map(({ key, lastHandshake, received, sent }) => ({
        key,
        lastHandshake: lastHandshake ?? memory[key]?.lastHandshake ?? null,
        received,
        sent,
      })),
    };
  }

  const reconciler: Reconciler = {
    restore: () =>
      turn(async () => {
        if (!state) return;
        await apply(state.networks);
        log.event('vpn.restored', { version: state.version, networks: state.networks.length });
      }),
    put: (wanted) =>
      turn(async () => {
        if (state && wanted.version < state.version && wanted.replaces !== state.version)
          return { ok: false, version: state.version };
        const before = state?.networks ?? [];
        const { replaces: _, ...next } = wanted;
        if (JSON.stringify(next) !== JSON.stringify(state)) store.writeState(next);
        state = next;
        await lowerGone(before, next.networks);
        await apply(next.networks);
        return { ok: true, report: await reconciler.report() };
      }),
    look: () =>
      turn(async () => {
        if (state) await apply(state.networks);
      }),
    async report() {
      const networks: Report['networks'] = [];
      for (const network of state?.networks ?? []) networks.push(await reportOf(network));
      return { instance, version: state?.version ?? null, backend: backend.about, networks, problems };
    },
    lowerAll: () => turn(() => lowerGone(state?.networks ?? [], [])),
  };
  return reconciler;
}

/** WireGuard drops a peer that has its own key without a word: to want one would be to set it anew for ever. */
function withoutItself(network: DesiredNetwork, privateKey: string): DesiredNetwork {
  const own = publicKeyOf(privateKey);
  return { ...network, peers: network.peers.filter(({ key }) => key !== own) };
}
