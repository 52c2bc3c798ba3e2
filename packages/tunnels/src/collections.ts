import { collection } from '@kontor/data';

/** What devices connect to: a range of addresses, and where the server is found. Written by actions only. */
const networksCollection = collection({
  slug: 'networks',
  timestamps: false,
  admin: { hidden: true },
  fields: [
    { name: 'name', type: 'text', required: true },
    /** In lower case, so that no two are called alike. */
    { name: 'called', type: 'text', required: true, unique: true },
    { name: 'subnet4', type: 'text', required: true },
    { name: 'subnet6', type: 'text' },
    { name: 'host', type: 'text', required: true },
    { name: 'port', type: 'number', required: true },
    { name: 'dns', type: 'json' },
    { name: 'routes', type: 'json' },
    /** Told by the VPN service, which alone has the private one. */
    { name: 'publicKey', type: 'text' },
    { name: 'createdAt', type: 'number', required: true },
  ],
});

/** A person's device in a network. It stays when it is revoked: its key never comes back. */
const devicesCollection = collection({
  slug: 'devices',
  timestamps: false,
  admin: { hidden: true },
  fields: [
    { name: 'network', type: 'text', required: true, index: true },
    { name: 'person', type: 'text', required: true, index: true },
    { name: 'name', type: 'text', required: true },
    { name: 'publicKey', type: 'text', required: true, unique: true },
    /** Counted within the network; the addresses follow from it. */
    { name: 'number', type: 'number', required: true },
    /** Network and number: two at once cannot have one address. */
    { name: 'slot', type: 'text', required: true, unique: true },
    /** Person and a number up to the limit: two at once cannot go past it. */
    { name: 'place', type: 'text', required: true, unique: true },
    { name: 'createdAt', type: 'number', required: true },
    { name: 'revokedAt', type: 'number', index: true },
  ],
});

export const collections = [networksCollection, devicesCollection];
