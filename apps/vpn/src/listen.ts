import { chmodSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect } from 'node:net';

/** A unix socket's path must fit into 108 bytes (unix(7)). */
const longest = 107;

/** Listens on a socket of 0600; one left by a killed process gives way, a living one does not. */
export async function listenOn(server: Server, path: string): Promise<void> {
  if (Buffer.byteLength(path) > longest)
    throw new Error(`the path ${path} is too long for a socket: name a shorter folder by KONTOR_DATA`);
  if (await isAnswered(path)) throw new Error(`another VPN service answers at ${path}`);
  rmSync(path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // The umask of main.ts has made it nobody else's before this line is reached.
    server.listen(path, () => resolve());
  });
  chmodSync(path, 0o600);
}

const isAnswered = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
