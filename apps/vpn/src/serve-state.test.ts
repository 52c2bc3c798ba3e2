import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@kontor/log';
import { makeKeys } from '@kontor/tunnels/keys';
import { largestState } from '@kontor/tunnels/wire';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createConfigOnly } from './backends/config-only.ts';
import { listenOn } from './listen.ts';
import { createReconciler } from './reconciler.ts';
import { serveState } from './serve-state.ts';
import { createStore } from './store.ts';
import { aNetwork, aPeer, aState } from './testing/desired.ts';

let dir: string;
let server: Server;
let path: string;
const log = createLog({ part: 'test', destination: { write: () => undefined } });
const { privateKey } = makeKeys();

const newServer = (): Server => {
  const backend = createConfigOnly('chosen');
  const reconciler = createReconciler({
    instance: 'one',
    backend,
    store: createStore(dir),
    keyOf: () => privateKey,
    log,
  });
  return serveState({ reconciler, log });
};
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kontor-vpn-'));
  path = join(dir, 'vpn.sock');
  server = newServer();
  await listenOn(server, path);
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true, force: true });
});

const ask = (method: string, at: string, body: string | object = '') =>
  new Promise<{ status: number; text: string; etag: string | undefined }>((resolve, reject) => {
    const asking = request({ socketPath: path, method, path: at }, async (answer) => {
      let text = '';
      for await (const piece of answer) text += piece;
      resolve({ status: answer.statusCode ?? 0, text, etag: answer.headers.etag });
    });
    asking.once('error', reject);
    asking.end(typeof body === 'string' ? body : JSON.stringify(body));
  });

test('a state is taken and reported, with its version as the tag', async () => {
  const anna = aPeer(2);
  const put = await ask('PUT', '/state', aState(3, aNetwork([anna])));
  expect([put.status, put.etag]).toEqual([200, '"3"']);
  const { status, text } = await ask('GET', '/state');
  expect([status, JSON.parse(text)]).toMatchObject([
    200,
    {
      version: 3,
      backend: { name: 'config-only', why: 'chosen' },
      networks: [{ peers: [{ key: anna.key }] }],
    },
  ]);
  expect(text).not.toContain(privateKey);
  expect((await ask('PUT', '/state', aState(2))).status).toBe(409);
});

test.each([
  ['nothing', ''],
  ['half a JSON', '{"version": 1, "networks": ['],
  ['a list', '[]'],
  ['null', 'null'],
  ['a version below nothing', { version: -1, networks: [] }],
  ['more than was asked for', { ...aState(1), postUp: 'reboot' }],
  ['a prototype', '{"version":1,"networks":[],"__proto__":{"a":1}}'],
  ['an address that is not its to have', aState(1, aNetwork([{ ...aPeer(2), addresses: ['10.8.0.1'] }]))],
  ['deep nesting', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
])('%s is refused, and what was desired before stands', async (_, body) => {
  await ask('PUT', '/state', aState(1, aNetwork([aPeer(2)])));
  const { status, text } = await ask('PUT', '/state', body);
  expect(status).toBe(400);
  expect(text).not.toMatch(/node_modules|\n\s+at /);
  expect(JSON.parse((await ask('GET', '/state')).text).networks[0].peers).toHaveLength(1);
});

test('more than the largest state is not read to its end', async () => {
  const outcome = await ask('PUT', '/state', 'x'.repeat(largestState + 1)).catch(
    (error: Error) => error.message,
  );
  // The answer, or the connection that was closed while it was still being written.
  expect(typeof outcome === 'string' ? 413 : outcome.status).toBe(413);
  expect((await ask('GET', '/health')).status).toBe(200);
});

test.each([
  ['POST', '/state', 405],
  ['DELETE', '/state', 405],
  ['GET', '/', 404],
  ['GET', '/state/../../etc/passwd', 404],
  ['GET', '/health', 200],
])('%s %s is answered %i', async (method, at, status) => {
  expect((await ask(method, at)).status).toBe(status);
});

test('the socket is its owner’s alone', () => {
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a second service does not take the socket of a living one, and takes that of a dead one', async () => {
  await expect(listenOn(newServer(), path)).rejects.toThrow('another VPN service answers');
  const dead = join(dir, 'dead.sock');
  const script = `require('net').createServer().listen(${JSON.stringify(dead)}, () => process.kill(process.pid, 'SIGKILL'))`;
  const { spawnSync } = await import('node:child_process');
  spawnSync(process.execPath, ['-e', script]);
  expect(statSync(dead).isSocket()).toBe(true);
  const next = newServer();
  await listenOn(next, dead);
  await new Promise((resolve) => next.close(resolve));
});

test('a path that is too long for a socket is said', async () => {
  await expect(listenOn(newServer(), join(dir, 'x'.repeat(120)))).rejects.toThrow('too long for a socket');
});
