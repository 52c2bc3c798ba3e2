import type { Bulk, Row } from '@kontor/data';

export interface Network {
  id: string;
  name: string;
  /** IPv4 first; the second, if any, is IPv6. */
  subnets: string[];
  host: string;
  port: number;
  dns: string[];
  /** Beside the network itself. */
  routes: string[];
  publicKey: string | null;
}

export interface Device {
  id: string;
  network: string;
  person: string;
  name: string;
  publicKey: string;
  number: number;
  place: string;
  createdAt: number;
  revokedAt: number | null;
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const toNetwork = (row: Row): Network => ({
  id: row.id,
  name: String(row['name']),
  subnets: [row['subnet4'], row['subnet6']].filter(Boolean).map(String),
  host: String(row['host']),
  port: Number(row['port']),
  dns: list(row['dns']),
  routes: list(row['routes']),
  publicKey: row['publicKey'] ? String(row['publicKey']) : null,
});

const toDevice = (row: Row): Device => ({
  id: row.id,
  network: String(row['network']),
  person: String(row['person']),
  name: String(row['name']),
  publicKey: String(row['publicKey']),
  number: Number(row['number']),
  place: String(row['place']),
  createdAt: Number(row['createdAt']),
  revokedAt: row['revokedAt'] ? Number(row['revokedAt']) : null,
});

export const readNetworks = async (bulk: Bulk): Promise<Network[]> =>
  (await bulk.find('networks', {}, { sort: 'createdAt' })).map(toNetwork);

export async function findNetwork(bulk: Bulk, id: string): Promise<Network | null> {
  const [row] = await bulk.find('networks', { id }, { limit: 1 });
  return row ? toNetwork(row) : null;
}

/** Newest last, revoked ones left out. */
export const readDevices = async (bulk: Bulk, where: { person?: string; network?: string } = {}) =>
  (await bulk.find('devices', { ...where, revokedAt: null }, { sort: 'createdAt' })).map(toDevice);

/** Also a revoked one. */
export async function findDevice(bulk: Bulk, id: string): Promise<Device | null> {
  const [row] = await bulk.find('devices', { id }, { limit: 1 });
  return row ? toDevice(row) : null;
}

/** Every key a person's devices ever had. */
export const keysOf = async (bulk: Bulk, person: string): Promise<string[]> =>
  (await bulk.find('devices', { person }, { select: ['publicKey'] })).map((row) => String(row['publicKey']));
