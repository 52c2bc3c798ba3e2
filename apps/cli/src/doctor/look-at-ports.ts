import { portsOf, tryPort } from '#supervise/ports.ts';
import { answers, type Probe, placeOf } from '#supervise/probe.ts';
import type { House } from '#world.ts';
import { bad, type Finding, good } from './finding.ts';

/** Whether the ports are free to listen on, when no Kontor of this data folder runs. */
export async function lookAtPorts(house: House): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { part, host, port, setting } of portsOf(house)) {
    const subject = `Port of ${part}`;
    const state = await tryPort(host, port);
    if (state === 'free') findings.push(good(subject, `${host}:${port} is free`));
    else if (state === 'in-use') findings.push(bad(subject, 'port-in-use', { port, setting }));
    else if (state === 'forbidden') findings.push(bad(subject, 'port-forbidden', { port, setting }));
    else findings.push(bad(subject, 'no-such-address', { host }));
  }
  return findings;
}

/** Whether the parts answer, when this data folder's Kontor runs. */
export function lookAtParts(
  parts: readonly { name: string; probe: Probe; logFile: string }[],
): Promise<Finding[]> {
  return Promise.all(
    parts.map(async ({ name, probe, logFile }) =>
      (await answers(probe))
        ? good(`Part ${name}`, `runs and answers on ${placeOf(probe)}`)
        : bad(`Part ${name}`, 'part-silent', { part: name, place: addressOf(probe), log: logFile }),
    ),
  );
}

const addressOf = ({ to }: Probe): string => ('path' in to ? to.path : `${to.host}:${to.port}`);
