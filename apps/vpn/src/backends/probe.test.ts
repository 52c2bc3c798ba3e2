import { expect, test } from 'vitest';
import { searchPath } from '#host/find-programs.ts';
import { probeBackend } from './probe.ts';

const path = searchPath(process.env.PATH ?? '');
const never = () => Promise.reject(new Error('nothing may be run'));
const onDeath = () => undefined;

test('the demo touches nothing, and neither does who chose so', async () => {
  const demo = await probeBackend({ config: { vpn: 'auto', demo: true }, run: never, path, onDeath });
  expect(demo.about).toEqual({ name: 'config-only', why: 'demo', detail: '' });
  const chosen = await probeBackend({
    config: { vpn: 'config-only', demo: false },
    run: never,
    path,
    onDeath,
  });
  expect(chosen.about.why).toBe('chosen');
});

test('programs that are missing are named', async () => {
  const bare = await probeBackend({
    config: { vpn: 'auto', demo: false },
    run: never,
    path: '/nowhere',
    onDeath,
  });
  expect(bare.about).toEqual({ name: 'config-only', why: 'tools-missing', detail: 'wg, ip, nft' });
});

/** A folder in which every program is found. */
const everything = new URL('../testing/programs', import.meta.url).pathname;
const probe = (
  answers: (command: string, args: readonly string[]) => string | Error,
  vpn: 'auto' | 'kernel' = 'auto',
) =>
  probeBackend({
    config: { vpn, demo: false },
    path: everything,
    onDeath,
    run: async (command, args) => {
      const answer = answers(command, args);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });

test('without the right to change the network nothing is enforced', async () => {
  const { about } = await probe(() => new Error('Operation not permitted'));
  expect(about).toMatchObject({
    name: 'config-only',
    why: 'not-permitted',
    detail: 'Operation not permitted',
  });
});

test('the kernel comes first; the interface it was tried with is taken away', async () => {
  const ran: string[] = [];
  const { about } = await probe((command, args) => {
    ran.push([command, ...args.slice(0, 2)].join(' '));
    return '';
  });
  expect(about).toEqual({ name: 'kernel', why: null, detail: '' });
  expect(ran).toEqual(['nft list tables', 'ip link add', 'ip link delete']);
});

test('where only the kernel is wanted and has none, that is said', async () => {
  const { about } = await probe(
    (command) => (command === 'ip' ? new Error('Unknown device type') : ''),
    'kernel',
  );
  expect(about).toMatchObject({ name: 'config-only', why: 'no-wireguard' });
  expect(about.detail).toContain('Unknown device type');
});
