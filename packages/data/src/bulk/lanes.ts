/** So many callers share one round trip at most. */
const laneSize = 100;

export type Settled<Out> = { ok: true; value: Out } | { ok: false; error: unknown };

interface Waiting<Job, Out> {
  job: Job;
  resolve(value: Out): void;
  reject(error: unknown): void;
}

/**
 * One lane per key: its jobs are performed in the order they came, those that wait together at once. `isLast` tells
 * whether nobody has come meanwhile.
 */
export function createLanes<Job, Out>(
  perform: (key: string, jobs: Job[], isLast: () => boolean) => Promise<Settled<Out>[]>,
) {
  const lanes = new Map<string, Waiting<Job, Out>[]>();

  async function drain(key: string, waiting: Waiting<Job, Out>[]): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.splice(0, laneSize);
      const jobs = group.map(({ job }) => job);
      try {
        const settled = await perform(key, jobs, () => waiting.length === 0);
        for (const [index, result] of settled.entries()) {
          if (result.ok) group[index]?.resolve(result.value);
          else group[index]?.reject(result.error);
        }
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    lanes.delete(key);
  }

  return (key: string, job: Job): Promise<Out> =>
    new Promise((resolve, reject) => {
      const lane = lanes.get(key);
      if (lane) {
        lane.push({ job, resolve, reject });
        return;
      }
      const started = [{ job, resolve, reject }];
      lanes.set(key, started);
      // After this turn, so that whoever asks in it shares the first round.
      setImmediate(drain, key, started);
    });
}
