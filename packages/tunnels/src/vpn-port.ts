import { request } from 'node:http';
import { tunnelsProblems } from './problems.ts';
import { type DesiredState, type Report, reportSchema, staleSchema } from './wire.ts';

type PutAnswer = { ok: true; report: Report } | { ok: false; version: number };

/** The VPN service, as others see it. Both throw tunnels.vpn-away. */
export interface VpnPort {
  /** False with the version at hand when the service knows something newer. */
  put(state: DesiredState): Promise<PutAnswer>;
  look(): Promise<Report>;
}

interface Options {
  /** Path of its unix socket. */
  socketPath: string;
  putMs?: number;
  lookMs?: number;
}

export function createVpnPort({ socketPath, putMs = 10_000, lookMs = 1000 }: Options): VpnPort {
  const ask = (method: 'GET' | 'PUT', body: string, patienceMs: number) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const asking = request({ socketPath, path: '/state', method, timeout: patienceMs }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.once('end', () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') }),
        );
        answer.once('error', reject);
      });
      asking.once('timeout', () => asking.destroy(new Error('no answer in time')));
      asking.once('error', reject);
      asking.setHeader('content-type', 'application/json');
      asking.end(body);
    }).catch((cause: Error) => tunnelsProblems.raise('vpn-away', { cause }));

  return {
    async put(state) {
      const { status, text } = await ask('PUT', JSON.stringify(state), putMs);
      if (status === 200) return { ok: true, report: reportSchema.parse(JSON.parse(text)) };
      if (status === 409) return { ok: false, version: staleSchema.parse(JSON.parse(text)).version };
      throw new Error(`the VPN service refused the desired state: ${status} ${text.slice(0, 300)}`);
    },
    async look() {
      const { status, text } = await ask('GET', '', lookMs);
      if (status !== 200) throw new Error(`the VPN service does not say what is true: ${status}`);
      return reportSchema.parse(JSON.parse(text));
    },
  };
}
