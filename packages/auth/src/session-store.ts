import { type Bulk, collection, type Row } from '@kontor/data';
import type { Session, SessionStore } from './port.ts';

export const sessionsCollection = collection({
  slug: 'sessions',
  timestamps: false,
  admin: { hidden: true },
  fields: [
    { name: 'person', type: 'text', required: true, index: true },
    { name: 'createdAt', type: 'number', required: true },
    { name: 'expiresAt', type: 'number', required: true, index: true },
    { name: 'device', type: 'text' },
    { name: 'address', type: 'text' },
  ],
});

const from = 'sessions';

export function createSessionStore(bulk: Bulk): SessionStore {
  return {
    async insert(session) {
      await bulk.write([{ op: 'insert', into: from, rows: [{ ...session }] }]);
    },
    async find(id) {
      const [row] = await bulk.find(from, { id }, { limit: 1 });
      return row ? toSession(row) : null;
    },
    async renew(id, expiresAt) {
      await bulk.write([{ op: 'update', in: from, where: { id }, set: { expiresAt } }]);
    },
    async remove(id) {
      await bulk.write([{ op: 'delete', in: from, where: { id } }]);
    },
    async removeOf(person, except) {
      const where = except ? { person, id: { not: except } } : { person };
      const [outcome] = await bulk.write([{ op: 'delete', in: from, where }]);
      return outcome?.count ?? 0;
    },
    async listOf(person) {
      return (await bulk.find(from, { person }, { sort: '-createdAt' })).map(toSession);
    },
    async removeExpired(now) {
      await bulk.write([{ op: 'delete', in: from, where: { expiresAt: { lt: now } } }]);
    },
  };
}

const toSession = (row: Row): Session => ({
  id: row.id,
  person: String(row['person']),
  createdAt: Number(row['createdAt']),
  expiresAt: Number(row['expiresAt']),
  device: String(row['device'] ?? ''),
  address: String(row['address'] ?? ''),
});
