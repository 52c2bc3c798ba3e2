import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@kontor/core';
import { type DesiredState, desiredStateSchema } from '@kontor/tunnels/wire';
import { z } from 'zod';

const memorySchema = z.record(
  z.string(),
  z.object({ endpoint: z.string().nullable(), lastHandshake: z.number().nullable() }),
);

/** Of each key: where it was last heard from, and when. */
export type Memory = z.output<typeof memorySchema>;

export interface Store {
  readState(): DesiredState | null;
  writeState(state: DesiredState): void;
  readMemory(): Memory;
  writeMemory(memory: Memory): void;
}

/** This part's own disk: what it was told last, and what it saw. Files of 0600 in a folder of 0700. */
export function createStore(dir: string): Store {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const stateFile = join(dir, 'state.json');
  const memoryFile = join(dir, 'memory.json');
  return {
    readState: () => readAs(stateFile, desiredStateSchema),
    writeState: (state) => write(dir, stateFile, state, true),
    readMemory: () => readAs(memoryFile, memorySchema) ?? {},
    writeMemory: (memory) => write(dir, memoryFile, memory, false),
  };
}

/** Null when there is none, or none that makes sense: the office sends it again. */
function readAs<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Whole or not at all; on disk when it returns, where that matters. */
function write(dir: string, file: string, value: unknown, isSure: boolean): void {
  const draft = join(dir, `.${newId()}`);
  const open = openSync(draft, 'wx', 0o600);
  try {
    writeFileSync(open, JSON.stringify(value));
    if (isSure) fsyncSync(open);
  } finally {
    closeSync(open);
  }
  renameSync(draft, file);
  if (!isSure) return;
  const folder = openSync(dir, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
