import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '@kontor/config';
import { freePort } from '@kontor/data/testing/free-port';
import { createLog } from '@kontor/log';
import { openOffice } from '@kontor/suite';
import { arrivalDelays } from './arrival.ts';
import { prepareFirm } from './bench-firm.ts';
import { startDns } from './dns-server.ts';
import { atLeast, atMost, type Figure, median, percentile, range, rounded } from './figures.ts';
import { startMailPart } from './mail-part.ts';
import { missingForPostfix, startPostfix } from './postfix.ts';
import { smtpRate } from './smtp-rate.ts';

export interface SmtpMeasured {
  ours: number[];
  postfix: number[];
  /** Until everything is in the mailbox; ours is there at its 250. */
  postfixDelivered: number[];
  /** Accepted by ours to accepted by Postfix: the median of the pairs. */
  ratio: number;
  /** Milliseconds from 250 until the office knows, p95. */
  arrival: number;
}

/** The built mail gateway beside Postfix, in turns, verdicts on; the order changes with each pair. */
export async function measureSmtp(
  folder: string,
  { pairs = 3, messages = 2000 } = {},
): Promise<SmtpMeasured> {
  // The sender's domain is signed by nobody and has an SPF record that names us: a verdict with an answer to wait for.
  const dns = await startDns({ 'x.test': 'v=spf1 ip4:127.0.0.1 -all', '_dmarc.x.test': 'v=DMARC1; p=none' });
  const smtpPort = await freePort();
  const env = {
    PATH: process.env.PATH ?? '',
    KONTOR_DATA: join(folder, 'kontor'),
    KONTOR_SMTP_PORT: String(smtpPort),
    KONTOR_SMTP_MAX_CONNECTIONS: '200',
    KONTOR_DNS: dns.address,
    ...(process.env.KONTOR_DATABASE ? { KONTOR_DATABASE: process.env.KONTOR_DATABASE } : {}),
  };
  mkdirSync(env.KONTOR_DATA, { recursive: true });
  await prepareFirm(env);
  const postfix = await startPostfix();
  const gateway = await startMailPart(env);
  try {
    const measured: SmtpMeasured = {
      ours: [],
      postfix: [],
      postfixDelivered: [],
      ratio: Number.NaN,
      arrival: Number.NaN,
    };
    const turns = {
      ours: async () => void measured.ours.push(await smtpRate(smtpPort, messages)),
      postfix: async () => {
        const before = postfix.delivered();
        const began = performance.now();
        measured.postfix.push(await smtpRate(postfix.port, messages));
        while (postfix.delivered() < before + messages) await pause(20);
        measured.postfixDelivered.push(messages / ((performance.now() - began) / 1000));
      },
    };
    await smtpRate(smtpPort, 200);
    await smtpRate(postfix.port, 200);
    while (postfix.delivered() < 200) await pause(20);
    for (let pair = 0; pair < pairs; pair += 1) {
      const order = [turns.ours, turns.postfix];
      for (const turn of pair % 2 === 0 ? order : order.reverse()) await turn();
    }
    const ratios = measured.ours.map((rate, pair) => rate / (measured.postfix[pair] ?? Number.NaN));
    return { ...measured, ratio: median(ratios), arrival: await measureArrival(env, smtpPort) };
  } finally {
    await gateway.stop();
    await postfix.stop();
    dns.stop();
  }
}

/** As the office sees it: from a process that is not the gateway. */
async function measureArrival(env: Record<string, string>, port: number): Promise<number> {
  const log = createLog({ part: 'bench', destination: { write: () => undefined } });
  const office = await openOffice(loadConfig(env), { log });
  try {
    return percentile(await arrivalDelays(office, port, 60), 0.95);
  } finally {
    await office.close();
  }
}

export async function smtpFigures(folder: string): Promise<Figure[]> {
  const missing = missingForPostfix();
  if (missing.length > 0)
    return [{ name: 'SMTP beside Postfix', value: `not measured: ${missing.join(', ')} missing` }];
  const { ours, postfix, postfixDelivered, ratio, arrival } = await measureSmtp(folder);
  return [
    { name: 'SMTP, ours (250 = in the mailbox)', value: perSecond(ours) },
    { name: 'SMTP, Postfix (250 = queued)', value: perSecond(postfix) },
    { name: 'SMTP, Postfix, all in the mailbox', value: perSecond(postfixDelivered) },
    {
      name: 'SMTP, ours to Postfix',
      value: `${rounded(ratio, 2)} ×`,
      goal: atLeast(ratio, 0.7, '≥ 0.7 ×'),
    },
    {
      name: 'new mail in the office after its 250',
      value: `${rounded(arrival)} ms (p95)`,
      goal: atMost(arrival, 1000, '≤ 1 s (p95)'),
    },
  ];
}

const perSecond = (rates: number[]) => `${rounded(median(rates))} messages/s (${range(rates)})`;
