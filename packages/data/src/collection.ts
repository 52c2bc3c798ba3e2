import { newId } from '@kontor/core';
import type { Access, CollectionConfig, Endpoint, Field, GlobalConfig } from 'payload';
import { auditChange, auditDelete, auditGlobal } from './audit-writes.ts';

type CollectionAccess = {
  create?: Access;
  read?: Access;
  update?: Access;
  delete?: Access;
  /** Who may open this collection in Payload's admin (auth collections only). */
  admin?: (args: Parameters<Access>[0]) => boolean | Promise<boolean>;
};

export type CollectionDefinition = Omit<CollectionConfig, 'access' | 'graphQL'> & {
  access?: CollectionAccess;
};

const nobody: Access = () => false;

/** Ids are our own UUIDs on both engines, so that a row's id can be known before it is written. */
const idField: Field = {
  name: 'id',
  type: 'text',
  required: true,
  defaultValue: () => newId(),
  admin: { hidden: true },
};

/** Payload ends with 500 when it is asked for the history of a collection that has none. */
const noHistory: Omit<Endpoint, 'root'>[] = ['/versions', '/versions/:id'].flatMap((path) =>
  (['get', 'post'] as const).map((method) => ({
    path,
    method,
    handler: () => Response.json({ errors: [{ message: 'Not Found' }] }, { status: 404 }),
  })),
);

/**
 * The only way a collection is made. Whatever `access` does not name is denied to everybody who comes through Payload's
 * REST or admin; our own code goes past these rules by its actions.
 */
export function collection(definition: CollectionDefinition): CollectionConfig {
  const { access = {}, fields, endpoints, hooks = {}, ...rest } = definition;
  const { create = nobody, read = nobody, update = nobody, delete: remove = nobody, admin } = access;
  return {
    ...rest,
    graphQL: false,
    fields: [idField, ...fields],
    hooks: {
      ...hooks,
      afterChange: [...(hooks.afterChange ?? []), auditChange],
      afterDelete: [...(hooks.afterDelete ?? []), auditDelete],
    },
    ...(endpoints === false
      ? { endpoints }
      : { endpoints: [...(rest.versions ? [] : noHistory), ...(endpoints ?? [])] }),
    access: {
      create,
      read,
      update,
      delete: remove,
      readVersions: update,
      unlock: nobody,
      admin: admin ?? (() => false),
    },
  };
}

export type GlobalDefinition = Omit<GlobalConfig, 'access' | 'graphQL'> & {
  access?: { read?: Access; update?: Access };
};

/** The only way a global is made: denied unless said. */
export function globalConfig(definition: GlobalDefinition): GlobalConfig {
  const { access = {}, hooks = {}, ...rest } = definition;
  const { read = nobody, update = nobody } = access;
  return {
    ...rest,
    graphQL: false,
    hooks: { ...hooks, afterChange: [...(hooks.afterChange ?? []), auditGlobal] },
    access: { read, update, readVersions: update },
  };
}
