import type { Probe } from './probe.ts';

/** A process that the supervisor starts and watches. */
export interface Part {
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  env: Record<string, string>;
  logFile: string;
  probe: Probe;
  /** The others do their work without it: nobody waits for it. */
  isExtra?: boolean;
}
