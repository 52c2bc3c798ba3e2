import { Agent, get } from 'node:http';
import autocannon from 'autocannon';
import { median } from './figures.ts';

/** Answers per second to 8 connections. Any answer but 200 is a failure of the measurement. */
export async function httpRate(url: string, seconds: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, connections: 8, duration: seconds });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} answers were not 200, ${errors} failed`);
  return requests.average;
}

/** Median time to the first byte in milliseconds: one request after the other on one connection, nothing else asked. */
export async function firstByteMs(url: string, times = 400): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const taken: number[] = [];
  for (let asked = 0; asked < times; asked += 1) taken.push(await firstByte(url, agent));
  agent.destroy();
  return median(taken.slice(times / 4));
}

function firstByte(url: string, agent: Agent): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      const took = performance.now() - began;
      response.resume().once('end', () => resolve(took));
    });
    request.once('error', reject);
  });
}
