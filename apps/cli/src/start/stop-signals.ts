const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Terminal and npm both pass one Ctrl-C on: what follows this soon is the same wish. */
const sameWishMs = 1000;

export interface Stopping {
  /** Aborted by the first wish to stop. */
  signal: AbortSignal;
  first: Promise<void>;
  /** For somebody who does not want to wait for a clean stop. */
  onSecond(act: () => void): void;
  forget(): void;
}

/** Listens to Ctrl-C, `kill` and a terminal that closes. */
export function onStopSignals(): Stopping {
  const controller = new AbortController();
  const { signal } = controller;
  const first = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  let askedAt = 0;
  let act = (): void => undefined;
  const asked = (): void => {
    if (!signal.aborted) {
      askedAt = performance.now();
      controller.abort();
    } else if (performance.now() - askedAt > sameWishMs) act();
  };
  for (const name of signals) process.on(name, asked);
  return {
    signal,
    first,
    onSecond(given) {
      act = given;
    },
    forget() {
      for (const name of signals) process.off(name, asked);
    },
  };
}
