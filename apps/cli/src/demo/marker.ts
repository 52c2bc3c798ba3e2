import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@kontor/config';
import { writeWhole } from '#write-whole.ts';

/** When the demo was begun, and whether all of it is there. Kept in the data folder. */
export interface Marker {
  begunAt: number;
  done: boolean;
}

const pathOf = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'demo.json');

export function readMarker(config: Pick<Config, 'dataDir'>): Marker | null {
  try {
    return JSON.parse(readFileSync(pathOf(config), 'utf8')) as Marker;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export function writeMarker(config: Pick<Config, 'dataDir'>, marker: Marker): void {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  writeWhole(pathOf(config), marker);
}
