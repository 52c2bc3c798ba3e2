import { readdirSync, readFileSync } from 'node:fs';
import { atMost, type Figure, rounded } from './figures.ts';

export interface Held {
  pid: number;
  name: string;
  /**
   * Megabytes that this process alone answers for: its own pages and its share of the shared ones (PSS). Of Meilisearch only
   * its own: the index that it maps is page cache.
   */
  pss: number;
}

export const sumOf = (memory: readonly Held[]): number => memory.reduce((sum, { pss }) => sum + pss, 0);

/** A line for each part and one for their sum. */
export function memoryFigures(of: string, memory: readonly Held[], goal: number): Figure[] {
  const sum = sumOf(memory);
  return [
    ...memory.map(({ name, pss }) => ({ name: `Memory ${of}, ${name}`, value: `${rounded(pss)} MB` })),
    { name: `Memory ${of}, all of it`, value: `${rounded(sum)} MB`, goal: atMost(sum, goal, `≤ ${goal} MB`) },
  ];
}

/** What a process and all its descendants hold in memory. */
export function heldBy(ancestor: number): Held[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = parentOf(Number(entry));
    if (parent !== undefined) parents.set(Number(entry), parent);
  }
  const isOurs = (pid: number | undefined): boolean =>
    pid === ancestor || (pid !== undefined && isOurs(parents.get(pid)));
  return [...parents.keys()].filter(isOurs).flatMap(held);
}

function held(pid: number): Held[] {
  try {
    const name = nameOf(pid);
    const counted = name === 'search' ? /^Pss_Anon:\s+(\d+) kB/m : /^Pss:\s+(\d+) kB/m;
    const kilobytes = counted.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return [{ pid, name, pss: Number(kilobytes ?? 0) / 1024 }];
  } catch {
    return []; // It ended meanwhile.
  }
}

/** The part, by the folder of the last of our files that it was started with. */
function nameOf(pid: number): string {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
  // Next gives its process a title in place of its command.
  if (words[0]?.startsWith('next-server')) return 'office';
  if (words[0]?.endsWith('/meilisearch')) return 'search';
  const parts = words.flatMap((word) => /\/(?:apps|packages)\/([a-z]+)\//.exec(word)?.[1] ?? []);
  return parts.at(-1) ?? words[0] ?? String(pid);
}

function parentOf(pid: number): number | undefined {
  try {
    // The name in brackets may hold anything; what counts follows the last bracket.
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
