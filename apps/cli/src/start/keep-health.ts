import { join } from 'node:path';
import type { House } from '#world.ts';
import { writeWhole } from '#write-whole.ts';

const every = 15 * 60 * 1000;
const firstLook = 3000;

/** Looks at the running house as `doctor` does, now and then, and writes what it finds where the office shows it to admins. */
export function keepHealth(house: House): { stop(): void } {
  const look = async (): Promise<void> => {
    try {
      const { examineRunning } = await import('#doctor/doctor.ts');
      writeWhole(join(house.config.runDir, 'health.json'), {
        at: Date.now(),
        findings: await examineRunning(house),
      });
    } catch (error) {
      // A full disk is told by the parts themselves; the office says that nobody has looked.
      house.complain(`The look at this host failed: ${(error as Error).message}`);
    }
  };
  const timers = [setTimeout(look, firstLook), setInterval(look, every)];
  for (const timer of timers) timer.unref();
  return { stop: () => timers.forEach((timer) => void clearTimeout(timer)) };
}
