import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '@kontor/config';
import type { Caller } from '@kontor/core';
import { freePort } from '@kontor/data/testing/free-port';
import { createLog } from '@kontor/log';
import { addPerson } from '@kontor/people';
import { createMeilisearch, findAnything } from '@kontor/search';
import { canStartMeilisearch, type RunningMeilisearch, startMeilisearch } from '@kontor/search/testing';
import { type Office, openOffice } from '@kontor/suite';
import { sendMail } from '../journeys/send-mail.ts';
import { prepareFirm } from './bench-firm.ts';
import { startDns } from './dns-server.ts';
import { atMost, type Figure, median, percentile, rounded } from './figures.ts';
import { startMailPart } from './mail-part.ts';
import { seedMail, seedPages, speaker } from './search-seed.ts';

const passages = 20_000;
const asked = 400;

export async function searchFigures(folder: string): Promise<Figure[]> {
  if (!canStartMeilisearch()) return [{ name: 'Search', value: 'not measured: no Meilisearch' }];
  const server = await startMeilisearch();
  const dir = join(folder, 'search');
  mkdirSync(dir);
  const dns = await startDns({});
  const env = {
    PATH: process.env.PATH ?? '',
    KONTOR_DATA: dir,
    KONTOR_MEILI_URL: server.url,
    KONTOR_MEILI_KEY: server.key,
    KONTOR_SMTP_PORT: String(await freePort()),
    KONTOR_DNS: dns.address,
  };
  await prepareFirm(env);
  const log = createLog({ part: 'bench', destination: { write: () => undefined } });
  const office = await openOffice(loadConfig(env), { log });
  try {
    return await measure(office, server, env);
  } finally {
    await office.close();
    await server.stop();
    dns.stop();
  }
}

async function measure(
  office: Office,
  server: RunningMeilisearch,
  env: Readonly<Record<string, string>>,
): Promise<Figure[]> {
  const operator: Caller = { via: 'cli', person: null };
  const joining = { name: 'Omar Haddad', localPart: 'omar', password: 'copper kettle morning 3' };
  const omar = await addPerson.perform(office, joining, operator);
  await seedPages(office, passages / 2);
  await seedMail(office, omar.email, passages / 2);
  const began = performance.now();
  const { documents } = await office.search.rebuild();
  const built = (performance.now() - began) / 1000;
  const loaded = memoryOf(server.pid());

  const caller: Caller = { via: 'web', person: { id: omar.id, role: 'staff', groups: [] } };
  const questions = questionsOf(asked);
  const ours = (typed: string) => findAnything.perform(office, { typed, show: 6 }, caller);
  const bare = bareSearch(server);
  for (const typed of questions.slice(0, 40)) await Promise.all([ours(typed), bare(typed)]);
  const took: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  let found = 0;
  for (const typed of questions) {
    took.ours.push(
      await timed(async () => {
        found += (await ours(typed)).groups.reduce((sum, { count }) => sum + count, 0);
      }),
    );
    took.bare.push(await timed(() => bare(typed)));
  }
  if (found < asked) throw new Error(`${asked} questions found only ${found} hits`);

  const ending = new AbortController();
  const following = office.search.follow(ending.signal);
  const mail = await startMailPart(env);
  const port = Number(env['KONTOR_SMTP_PORT']);
  const waits = await untilSearchable(office, { port, to: omar.email }, caller).finally(mail.stop);
  ending.abort();
  await following;
  await pause(2000);
  const p95 = percentile(took.ours, 0.95);
  const slowest = Math.max(...waits);
  return [
    { name: 'Search, index built', value: `${rounded(documents)} passages in ${rounded(built, 1)} s` },
    {
      name: 'Search, rights on',
      value: `p50 ${rounded(median(took.ours), 1)} ms, p95 ${rounded(p95, 1)} ms`,
      goal: atMost(p95, 100, '≤ 100 ms'),
    },
    {
      name: 'Search, bare Meilisearch',
      value: `p50 ${rounded(median(took.bare), 1)} ms, p95 ${rounded(percentile(took.bare, 0.95), 1)} ms`,
    },
    { name: 'Search, p95, ours to the bare', value: `${rounded(p95 / percentile(took.bare, 0.95), 2)} ×` },
    {
      name: 'Mail, from its 250 to found',
      value: `p50 ${rounded(median(waits))} ms, most ${rounded(slowest)} ms`,
      goal: atMost(slowest, 1000, '≤ 1,000 ms'),
    },
    {
      name: 'Memory of Meilisearch, its own pages',
      value: `${rounded(loaded)} MB when loaded, ${rounded(memoryOf(server.pid()))} MB later`,
    },
  ];
}

/** Two or three words, now and then one that is cut short or misspelt. */
function questionsOf(count: number): string[] {
  const say = speaker(99);
  return Array.from({ length: count }, (_, number) => {
    const words = say.words(2 + (number % 2));
    if (number % 4 === 1) return words.slice(0, -2);
    return number % 4 === 3 ? words.replace(/(.)(.)(?=\w*$)/, '$2$1') : words;
  });
}

/** The same question for each kind, with the same highlights, by the master key: no token, no check. */
function bareSearch(server: RunningMeilisearch): (typed: string) => Promise<unknown> {
  const meilisearch = createMeilisearch(server);
  const query = {
    indexUid: 'kontor',
    limit: 60,
    attributesToHighlight: ['title', 'text'],
    attributesToCrop: ['text'],
  };
  const kinds = ['page', 'file', 'mail'];
  return (q) => {
    const queries = kinds.map((kind) => ({ ...query, q, filter: `kind = ${kind}` }));
    return meilisearch.ask({ method: 'POST', path: '/multi-search', body: { queries } });
  };
}

/** Milliseconds from hearing 250 to finding the mail among all the others, one mail after the other. */
async function untilSearchable(
  office: Office,
  { port, to }: { port: number; to: string },
  caller: Caller,
): Promise<number[]> {
  const waits: number[] = [];
  for (let number = 0; number < 20; number += 1) {
    const word = `zebrano${String.fromCharCode(97 + number)}quux`;
    await sendMail(port, { from: 'x@elsewhere.example', to, subject: word, text: 'A mail.' });
    waits.push(
      await timed(async () => {
        for (;;) {
          const { groups } = await findAnything.perform(office, { typed: `"${word}"`, show: 5 }, caller);
          if (groups.length > 0) return;
          await pause(10);
        }
      }),
    );
    await pause(150);
  }
  return waits;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Megabytes of anonymous pages: the mapped index is page cache and goes when memory is wanted. */
const memoryOf = (pid: number): number =>
  Number(/^Pss_Anon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
