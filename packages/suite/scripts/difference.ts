import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@kontor/config';
import { BasePayload } from 'payload';
import { payloadConfig } from '#payload-config.ts';

export const migrationsFolder = new URL('../src/migrations/', import.meta.url).pathname;

interface DrizzleKit {
  schema: Record<string, unknown>;
  defaultDrizzleSnapshot: unknown;
  requireDrizzleKit(): {
    generateDrizzleJson(schema: unknown): Promise<unknown>;
    generateMigration(before: unknown, after: unknown): Promise<string[]>;
  };
}

/** What lies between the newest migration's snapshot and the collections as they are now. */
export async function difference(): Promise<{ statements: string[]; after: unknown; snapshots: string[] }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kontor-migration-'));
  const config = loadConfig({ KONTOR_DATA: dataDir });
  const payload = await new BasePayload().init({ config: await payloadConfig(config), disableOnInit: true });
  try {
    const adapter = payload.db as unknown as DrizzleKit;
    const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit();
    const snapshots = readdirSync(migrationsFolder)
      .filter((file) => file.endsWith('.json'))
      .sort();
    const newest = snapshots.at(-1);
    const before = newest
      ? JSON.parse(readFileSync(join(migrationsFolder, newest), 'utf8'))
      : adapter.defaultDrizzleSnapshot;
    const after = await generateDrizzleJson(adapter.schema);
    return { statements: await generateMigration(before, after), after, snapshots };
  } finally {
    await payload.destroy();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
