import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when something answers the port; rejects when nothing has by the deadline. */
export async function answers(port: number, deadlineMs = 90_000): Promise<void> {
  const until = Date.now() + deadlineMs;
  while (!(await connects(port))) {
    if (Date.now() > until) throw new Error(`nothing answered on port ${port} within ${deadlineMs / 1000} s`);
    await pause(25);
  }
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.end());
  });
}
