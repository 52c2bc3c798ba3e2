import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Does the work while no other command installs or builds in this folder: two at once would spoil each other's files.
 * The lock is a name that the kernel forgets with the process (Linux; elsewhere there is none).
 */
export async function oneAtATime(root, work, tell = console.log) {
  if (process.platform !== 'linux') return work();
  const name = `\0kontor-prepares-${createHash('sha256').update(root).digest('hex')}`;
  let lock = await take(name);
  if (!lock) tell('Another command installs or builds in this folder; waiting for it …');
  while (!lock) {
    await pause(200);
    lock = await take(name);
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}

function take(name) {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(name, () => resolve(server));
  });
}
