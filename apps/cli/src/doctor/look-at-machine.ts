import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname } from 'node:path';
import { bad, type Finding, good, note } from './finding.ts';

const megabyte = 1024 * 1024;
const gigabytes = (megabytes: number): string => `${(megabytes / 1024).toFixed(1)} GB`;

/** What of the machine matters; given, so that a test can be a small machine. */
export interface Machine {
  node: string;
  memoryMb: number;
  freeDiskMb(dir: string): number;
}

export const thisMachine: Machine = {
  node: process.versions.node,
  memoryMb: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / megabyte,
  freeDiskMb(dir) {
    const { bavail, bsize } = statfsSync(dir);
    return (bavail * bsize) / megabyte;
  },
};

export function lookAtRuntime({ node }: Machine): Finding {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 19)) return good('Node', node);
  return bad('Node', 'old-node', { version: node });
}

export function lookAtMemory({ memoryMb }: Machine): Finding {
  if (memoryMb < 900) return bad('Memory', 'little-memory', { memory: Math.floor(memoryMb) });
  if (memoryMb < 1800)
    return note('Memory', `${gigabytes(memoryMb)}; Kontor wants 2 GB to run, 4 GB to build`);
  return memoryMb < 3600
    ? note('Memory', `${gigabytes(memoryMb)} is enough to run; building wants 4 GB`)
    : good('Memory', `${gigabytes(memoryMb)} is enough to run and to build`);
}

export function lookAtDisk({ freeDiskMb }: Machine, dataDir: string): Finding {
  const dir = nearestFolder(dataDir);
  if (!statSync(dir).isDirectory()) return bad('Disk', 'no-folder', { dir });
  try {
    accessSync(dir, constants.W_OK);
  } catch {
    return bad('Disk', 'folder-forbidden', { dir });
  }
  const free = freeDiskMb(dir);
  if (free < 200) return bad('Disk', 'little-room', { free: Math.floor(free), dir: dataDir });
  const says = `${gigabytes(free)} free for ${dataDir}`;
  return free < 1024 ? note('Disk', `only ${says}`) : good('Disk', says);
}

/** The data folder is made at the first start; until then its place is what counts. */
function nearestFolder(dir: string): string {
  return existsSync(dir) || dir === dirname(dir) ? dir : nearestFolder(dirname(dir));
}
