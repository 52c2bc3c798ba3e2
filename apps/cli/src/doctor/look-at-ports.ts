import type { Config } from '@kontor/config';
import { portsOf, tryPort } from '#supervise/ports.ts';
import { answers, type Probe } from '#supervise/probe.ts';
import { bad, type Finding, good } from './finding.ts';

/** Whether the ports are free to listen on, when no Kontor of this data folder runs. */
export async function lookAtPorts(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { part, port, setting } of portsOf(config)) {
    const subject = `Port of ${part}`;
    const state = await tryPort(config.host, port);
    if (state === 'free') findings.push(good(subject, `${config.host}:${port} is free`));
    else if (state === 'in-use')
      findings.push(
        bad(subject, `${port} is in use by another program`, `Stop it, or choose another by ${setting}.`),
      );
    else if (state === 'forbidden')
      findings.push(
        bad(subject, `this user may not listen on ${port}`, `Choose one above 1023 by ${setting}.`),
      );
    else findings.push(bad(subject, `this machine has no address ${config.host}`, 'Correct KONTOR_HOST.'));
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
        ? good(`Part ${name}`, `runs and answers on ${probe.host}:${probe.port}`)
        : bad(`Part ${name}`, `does not answer on ${probe.host}:${probe.port}`, `See ${logFile}.`),
    ),
  );
}
