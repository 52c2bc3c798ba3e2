import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when the condition holds; rejects at the deadline. */
export async function waitUntil(
  holds: () => boolean | Promise<boolean>,
  what: string | (() => string),
  ms = 60_000,
): Promise<void> {
  const until = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > until)
      throw new Error(`not within ${ms} ms: ${typeof what === 'string' ? what : what()}`);
    await pause(20);
  }
}

/** One that has ended and was not yet collected by its parent counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !status.slice(status.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}
