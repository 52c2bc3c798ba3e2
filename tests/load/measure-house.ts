import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { prepareFirm } from './bench-firm.ts';
import { atMost, type Figure, median, rounded } from './figures.ts';
import { newHouse, startHouse } from './house.ts';
import { firstByteMs, httpRate } from './http-rate.ts';
import { type Held, heldBy, memoryFigures, sumOf } from './memory.ts';
import { missingForCaddy, startStaticSite } from './static-site.ts';

export interface Starts {
  first: number;
  second: number;
}

/** Seconds from the command to all parts answering: an empty data folder, then the same folder again. */
export async function measureStarts(folder: string): Promise<Starts> {
  const env = await newHouse(join(folder, 'starts'));
  const first = await startHouse(env);
  await first.supervisor.stop();
  const second = await startHouse(env);
  await second.supervisor.stop();
  return { first: first.tookSeconds, second: second.tookSeconds };
}

/** The house at rest, with a firm and a published page, after 15 s in which nobody asked for anything. */
export async function measureMemory(supervisorPid: number): Promise<Held[]> {
  await pause(15_000);
  return heldBy(supervisorPid);
}

export interface SiteMeasured {
  rate: { ours: number[]; file: number[] };
  firstByte: { ours: number[]; file: number[] };
}

/** Our home page beside the same bytes as a file under Caddy, in turns. */
export async function measureSite(
  folder: string,
  url: string,
  { rounds = 3, seconds = 4 } = {},
): Promise<SiteMeasured> {
  const page = await publishedPage(url);
  const { url: fileUrl, server } = await startStaticSite(folder, page);
  const measured: SiteMeasured = { rate: { ours: [], file: [] }, firstByte: { ours: [], file: [] } };
  try {
    for (const warm of [url, fileUrl]) await httpRate(warm, 2);
    for (let round = 0; round < rounds; round += 1) {
      measured.rate.ours.push(await httpRate(url, seconds));
      measured.rate.file.push(await httpRate(fileUrl, seconds));
      measured.firstByte.ours.push(await firstByteMs(url));
      measured.firstByte.file.push(await firstByteMs(fileUrl));
    }
    return measured;
  } finally {
    await server.stop();
  }
}

async function publishedPage(url: string): Promise<string> {
  const until = Date.now() + 60_000;
  for (;;) {
    const answer = await fetch(url);
    const text = await answer.text();
    if (answer.status === 200 && text.includes('Stairs, windows and kitchens')) return text;
    if (Date.now() > until) throw new Error(`${url} does not show the published page: ${answer.status}`);
    await pause(50);
  }
}

export async function houseFigures(folder: string): Promise<Figure[]> {
  const starts = await measureStarts(folder);
  const env = await newHouse(join(folder, 'house'));
  await prepareFirm(env);
  const house = await startHouse(env);
  try {
    const memory = await measureMemory(house.supervisor.pid);
    const withoutIndex = sumOf(memory.filter(({ name }) => name !== 'search'));
    return [
      ...startFigures(starts),
      ...memoryFigures('at rest', memory, 750),
      {
        name: 'Memory at rest, all but search',
        value: `${rounded(withoutIndex)} MB`,
        goal: atMost(withoutIndex, 550, '≤ 550 MB'),
      },
      ...(await siteFigures(folder, house.siteUrl)),
    ];
  } finally {
    await house.supervisor.stop();
  }
}

const startFigures = ({ first, second }: Starts): Figure[] => [
  { name: 'Start on an empty folder, built', value: `${rounded(first, 1)} s` },
  { name: 'Second start', value: `${rounded(second, 1)} s`, goal: atMost(second, 10, '≤ 10 s') },
];

async function siteFigures(folder: string, url: string): Promise<Figure[]> {
  const missing = missingForCaddy();
  if (missing.length > 0)
    return [{ name: 'Site beside a file', value: `not measured: ${missing.join(', ')} missing` }];
  const { rate, firstByte } = await measureSite(folder, url);
  const ratio = (pair: { ours: number[]; file: number[] }) => median(pair.ours) / median(pair.file);
  const slower = ratio(firstByte);
  return [
    {
      name: 'Site, ours',
      value: `${rounded(median(rate.ours))} pages/s, first byte ${rounded(median(firstByte.ours), 2)} ms`,
    },
    {
      name: 'Site, a file under Caddy',
      value: `${rounded(median(rate.file))} pages/s, first byte ${rounded(median(firstByte.file), 2)} ms`,
    },
    { name: 'Site, pages/s, ours to the file', value: `${rounded(ratio(rate), 2)} ×` },
    {
      name: 'Site, first byte, ours to the file',
      value: `${rounded(slower, 2)} ×`,
      goal: atMost(slower, 3, '≤ 3 ×'),
    },
  ];
}
