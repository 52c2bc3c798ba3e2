import { statfsSync } from 'node:fs';
import type { Part } from '#supervise/part.ts';
import { type Death, supervisePart } from '#supervise/supervise-part.ts';
import type { House } from '#world.ts';

export interface Running {
  allReady: Promise<void>;
  stop(): Promise<void>;
  kill(): void;
}

/** Starts all parts at once and tells what becomes of each. */
export function runParts(house: House, parts: readonly Part[]): Running {
  const waitedFor = new Set(parts.filter(({ isExtra }) => !isExtra).map(({ name }) => name));
  const died = new Set<string>();
  const began = performance.now();
  let resolveReady = (): void => undefined;
  const allReady = new Promise<void>((resolve) => {
    resolveReady = resolve;
  });
  const supervised = parts.map((part) =>
    supervisePart(part, {
      onReady({ name }) {
        if (died.delete(name)) house.say(`${name} answers again.`);
        else house.say(`${name} answers (${((performance.now() - began) / 1000).toFixed(1)} s).`);
        waitedFor.delete(name);
        if (waitedFor.size === 0) resolveReady();
      },
      onDeath(death) {
        died.add(death.part.name);
        for (const line of obituary(death, house)) house.complain(line);
      },
    }),
  );
  return {
    allReady,
    stop: async () => void (await Promise.all(supervised.map((one) => one.stop()))),
    kill() {
      for (const one of supervised) one.kill();
    },
  };
}

const nearlyNothing = 1024 * 1024;

function obituary({ part, how, lastLines, waitMs }: Death, { config: { dataDir } }: House): string[] {
  const { bavail, bsize } = statfsSync(dataDir);
  return [
    '',
    `${part.name} ${how}. The last lines of ${part.logFile}:`,
    ...(lastLines.length > 0 ? lastLines : ['(it wrote nothing)']).map((line) => `  ${line}`),
    ...(bavail * bsize < nearlyNothing ? [`The disk that holds ${dataDir} is full.`] : []),
    `${part.name} is started again in ${Math.round(waitMs / 1000)} s.`,
  ];
}
