import type { Report } from '@kontor/tunnels/wire';
import { allowedOf } from '#delta.ts';
import type { LivePeer } from '#dump.ts';
import type { Backend } from './backend.ts';

/** Issues what is asked for and enforces nothing: for hosts where no tunnel can be made. It says so in its report. */
export function createConfigOnly(why: NonNullable<Report['backend']['why']>, detail = ''): Backend {
  const written = new Map<string, Map<string, LivePeer>>();
  const peersOf = (id: string): Map<string, LivePeer> => {
    const peers = written.get(id) ?? new Map<string, LivePeer>();
    written.set(id, peers);
    return peers;
  };
  return {
    about: { name: 'config-only', why, detail },
    async raise({ id }) {
      const isNew = !written.has(id);
      peersOf(id);
      return isNew;
    },
    async lower({ id }) {
      written.delete(id);
    },
    peers: async ({ id }) => [...(written.get(id)?.values() ?? [])],
    async set({ id }, peers) {
      for (const { key, addresses } of peers) {
        const allowed = allowedOf(addresses);
        peersOf(id).set(key, { key, allowed, endpoint: null, lastHandshake: null, received: 0, sent: 0 });
      }
    },
    async remove({ id }, peers) {
      for (const { key } of peers) peersOf(id).delete(key);
    },
    obstacle: async () => null,
  };
}
