import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { makeKeys } from '@kontor/tunnels/keys';
import { expect, test } from 'vitest';
import { deltaOf } from './delta.ts';
import { parseDump } from './dump.ts';
import { missingPrograms, searchPath } from './host/find-programs.ts';
import { createRunCommand } from './host/run-command.ts';
import { interfaceOf, tableOf } from './network.ts';
import { rulesFor } from './rules.ts';
import { aNetwork, aPeer, networkId } from './testing/desired.ts';

const path = searchPath(process.env.PATH ?? '');
const run = createRunCommand({ path, fallbackDir: tmpdir() });

test('a dump gives peers and no secret', () => {
  const [secret, psk, key] = [makeKeys().privateKey, makeKeys().privateKey, makeKeys().publicKey];
  const peers = parseDump(
    [
      `${secret}\t${makeKeys().publicKey}\t51820\toff`,
      `${key}\t${psk}\t198.51.100.2:40404\tfd08::2/128,10.8.0.2/32\t1790000000\t12\t34\t25`,
      `${makeKeys().publicKey}\t(none)\t(none)\t(none)\t0\t0\t0\toff`,
      '',
    ].join('\n'),
  );
  expect(peers[0]).toEqual({
    key,
    endpoint: '198.51.100.2:40404',
    allowed: ['10.8.0.2/32', 'fd08::2/128'],
    lastHandshake: 1_790_000_000_000,
    received: 12,
    sent: 34,
  });
  expect(peers[1]).toMatchObject({ endpoint: null, allowed: [], lastHandshake: null });
  expect(JSON.stringify(peers)).not.toContain(secret);
  expect(JSON.stringify(peers)).not.toContain(psk);
});

test('a peer whose address was stolen is set again; one that is right is left alone', () => {
  const [anna, omar] = [aPeer(2), aPeer(3)];
  const live = { endpoint: null, lastHandshake: null, received: 0, sent: 0 };
  const delta = deltaOf(
    [anna, omar],
    [
      { ...live, key: anna.key, allowed: ['10.8.0.2/32'] },
      { ...live, key: omar.key, allowed: [] },
      { ...live, key: 'somebody', allowed: ['10.8.0.3/32'] },
    ],
  );
  expect(delta).toEqual({ toSet: [omar], toRemove: ['somebody'] });
});

test('names fit: an interface has 15 characters, and each network its own', () => {
  expect(interfaceOf(networkId)).toHaveLength(15);
  expect(interfaceOf(networkId)).not.toBe(interfaceOf('01a20d95-8dc3-7966-8eda-d9344ca201c6'));
});

test('rules end in a drop for whatever was not named', () => {
  const rules = rulesFor(aNetwork());
  expect(rules).toContain('ip daddr { 192.168.1.0/24 } accept');
  expect(rules.match(/^ {4}drop$/gm)).toHaveLength(2);
  expect(rules).not.toContain('ip6 daddr');
});

const canTry = missingPrograms(path, ['nft', 'unshare']).length === 0 && process.getuid?.() === 0;
test.skipIf(!canTry)('nft takes the rules, in network namespaces', () => {
  for (const routes of [[], ['192.168.1.0/24', 'fd01::/64']]) {
    const network = { ...aNetwork(), subnets: ['10.8.0.0/24', 'fd08::/64'], routes };
    const script = 'nft -f /dev/stdin && nft list ruleset';
    const taken = spawnSync('unshare', ['-n', 'sh', '-c', script], {
      input: rulesFor(network),
      encoding: 'utf8',
      env: { ...process.env, PATH: path },
    });
    expect(taken.stderr).toBe('');
    expect(taken.stdout).toContain(`table inet ${tableOf(networkId)}`);
  }
});

test('what a program is given comes whole, whether it reads on or opens /dev/stdin anew, and in no argument', async () => {
  const text = `a secret\n${'x'.repeat(200_000)}`;
  expect(await run('cat', ['/dev/stdin'], text)).toBe(text);
  expect(await run('cat', [], text)).toBe(text);
  expect(await run('cat', ['/proc/self/cmdline'], text)).not.toContain('a secret');
  expect((await run('readlink', ['/proc/self/fd/0'], 'x')).trim()).toMatch(/\(deleted\)$/);
});

test('a program that fails is said with its own words; one that is not there too', async () => {
  await expect(run('ls', ['/nowhere/at/all'])).rejects.toThrow(/ls .*No such file/);
  await expect(run('no-such-program', [])).rejects.toThrow('ENOENT');
});
