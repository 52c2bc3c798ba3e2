import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { newId } from '@kontor/core';
import type { Config } from './load.ts';
import { configProblems } from './problems.ts';

/** What a secret is for: one file per purpose, made by the part that first uses it. */
export type SecretName = 'site' | 'payload' | 'form' | 'tls-key' | 'tls-cert' | 'search' | (string & {});

const pathOf = (config: Pick<Config, 'secretsDir'>, name: SecretName): string =>
  join(config.secretsDir, name);

/** The secret's bytes, or undefined when nobody has made it yet. */
export function readSecret(config: Pick<Config, 'secretsDir'>, name: SecretName): Buffer | undefined {
  const path = pathOf(config, name);
  try {
    const secret = readFileSync(path);
    // A key of no bytes would sign for anybody.
    if (secret.length === 0) configProblems.raise('empty-secret', { values: { path } });
    shut(path);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A secret that others could read is shut; one that cannot be is none, and its reader is told. */
function shut(path: string): void {
  if ((statSync(path).mode & 0o077) === 0) return;
  try {
    chmodSync(path, 0o600);
  } catch (cause) {
    configProblems.raise('open-secret', { values: { path }, cause });
  }
}

/**
 * The secret's bytes; makes it (0600, fsynced) when there is none. Of two processes that make it at once one wins and
 * both get the winner's bytes, because a hard link never replaces a file.
 */
export function ensureSecret(
  config: Pick<Config, 'secretsDir'>,
  name: SecretName,
  make: () => Uint8Array | string = () => randomBytes(32),
): Buffer {
  const present = readSecret(config, name);
  if (present) return present;
  mkdirSync(config.secretsDir, { recursive: true, mode: 0o700 });
  const draft = join(config.secretsDir, `.${newId()}`);
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, Buffer.from(make()));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(draft, pathOf(config, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  const made = readSecret(config, name);
  if (!made) throw new Error(`the secret ${name} vanished while it was made`);
  return made;
}

/** The master key of the Meilisearch that comes along; the supervisor starts it with it, the office asks with it. */
export const ensureSearchKey = (config: Pick<Config, 'secretsDir'>): string =>
  ensureSecret(config, 'search', () => randomBytes(32).toString('hex')).toString();
