import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { markBuilt, staleParts } from './built.mjs';
import { whyNotInstalled } from './installed.mjs';
import { explain, refuseWithoutMemory, refuseWithoutSpace } from './obstacles.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { partsNeeded } from './prepare.mjs';

let root: string;
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kontor-launch-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('whether what is installed fits the lockfile', () => {
  const lock = (packages: object) => JSON.stringify({ packages: { '': {}, ...packages } });
  const wanted = {
    'node_modules/zod': { version: '4.0.0' },
    'node_modules/@kontor/core': { resolved: 'packages/core', link: true },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  };
  beforeEach(() => put('package-lock.json', lock(wanted)));

  test('nothing installed', () => expect(whyNotInstalled(root)).toBe('not there yet'));
  test('all there; what is for another platform may be absent', () => {
    const { 'node_modules/other-platform': _, ...here } = wanted;
    put('node_modules/.package-lock.json', lock(here));
    expect(whyNotInstalled(root)).toBeUndefined();
  });
  test('one missing', () => {
    put('node_modules/.package-lock.json', lock({ 'node_modules/zod': wanted['node_modules/zod'] }));
    expect(whyNotInstalled(root)).toBe('@kontor/core is missing');
  });
  test('one of another version', () => {
    put('node_modules/.package-lock.json', lock({ ...wanted, 'node_modules/zod': { version: '3.0.0' } }));
    expect(whyNotInstalled(root)).toBe('zod has another version');
  });
  test('the runtime that the lockfile has for this platform', () => {
    const runtime = {
      [`node_modules/node-${process.platform}-${process.arch}`]: { version: '24.0.0', optional: true },
    };
    put('package-lock.json', lock({ ...wanted, ...runtime }));
    put('node_modules/.package-lock.json', lock(wanted));
    expect(whyNotInstalled(root)).toBe('Node 24 is missing');
    put('node_modules/.bin/node', '');
    expect(whyNotInstalled(root)).toBeUndefined();
  });
});

describe('which parts are stale', () => {
  const parts = ['mail', 'site'];
  const build = () => {
    for (const part of parts) put(`apps/${part}/dist/main.mjs`, 'built');
    markBuilt(root, parts);
  };
  beforeEach(() => {
    put('apps/mail/src/main.ts', 'mail');
    put('apps/site/src/main.ts', 'site');
    put('packages/core/src/index.ts', 'core');
    put('build/bundle.mjs', 'bundle');
    put('package-lock.json', '{}');
  });

  test('before the first build all of them', () => expect(staleParts(root, parts)).toEqual(parts));
  test('after it none, and none when a file is only touched', () => {
    build();
    put('apps/mail/src/main.ts', 'mail');
    expect(staleParts(root, parts)).toEqual([]);
  });
  test('a part whose own source changed, was added to or taken from', () => {
    build();
    put('apps/site/src/page.ts', 'new');
    expect(staleParts(root, parts)).toEqual(['site']);
    build();
    rmSync(join(root, 'apps/site/src/page.ts'));
    expect(staleParts(root, parts)).toEqual(['site']);
  });
  test.each(['packages/core/src/index.ts', 'build/bundle.mjs', 'package-lock.json'])(
    'all when %s changed',
    (path) => {
      build();
      put(path, 'changed');
      expect(staleParts(root, parts)).toEqual(parts);
    },
  );
  test('a part whose outcome was taken away', () => {
    build();
    rmSync(join(root, 'apps/mail/dist/main.mjs'));
    expect(staleParts(root, parts)).toEqual(['mail']);
  });
  test('none for a test, or for what the build itself made', () => {
    build();
    put('packages/core/src/index.test.ts', 'test');
    put('apps/site/.astro/types.d.ts', 'made');
    put('apps/mail/node_modules/x/index.js', 'installed');
    expect(staleParts(root, parts)).toEqual([]);
  });
  test('a command needs only what it runs', () => {
    expect(partsNeeded('start')).toEqual(['cli', 'mail', 'office', 'site', 'vpn']);
    expect(partsNeeded('status')).toEqual(['cli']);
    expect(partsNeeded('dev')).toEqual([]);
  });
});

describe('what is in the way is one plain sentence', () => {
  test.each([
    ['npm error code ENOTFOUND\nnpm error network request to https://registry', 'there is no network'],
    ['npm error code EAI_AGAIN', 'there is no network'],
    ['npm error code ENOSPC', 'The disk is full.'],
    [
      'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
      'not enough memory',
    ],
    ['ended by SIGKILL', 'not enough memory'],
    ['npm error code EACCES', 'may not be written'],
    ['npm error code EUSAGE\nnpm ci can only install packages when', 'do not fit together'],
    ['src/main.ts:1: error: unexpected token', 'Building did not succeed.'],
  ])('%s', (output, says) => {
    const stopped = explain('Building', output);
    expect(stopped.message).toContain(says);
    expect(stopped.hint).not.toBe('');
  });
  test('a disk without room', () => {
    expect(() => refuseWithoutSpace(root, 1, 'Building')).not.toThrow();
    expect(() => refuseWithoutSpace(root, 1e9, 'Building')).toThrow('The disk is too full: building takes');
  });
  test('a machine too small to build', () => {
    expect(() => refuseWithoutMemory(4000)).not.toThrow();
    expect(() => refuseWithoutMemory(2048)).toThrow(
      'Building needs 4 GB of memory, and this machine has 2.0 GB.',
    );
  });
});

test.each(['start', 'demo', 'dev', 'kontor'])(
  'a "kill" of "npm run %s" reaches the command, which may stop its parts',
  async (name) => {
    const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));
    put('package.json', JSON.stringify({ scripts: { [name]: scripts[name] } }));
    put(
      'apps/cli/launch/launch.mjs',
      `process.on('SIGTERM', () => { console.log('asked to stop'); process.exit(0); });
       setInterval(() => {}, 1000); console.log('runs');`,
    );
    const npm = spawn('npm', ['run', name], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    for await (const piece of npm.stdout) {
      said += piece;
      if (/^runs$/m.test(said)) npm.kill('SIGTERM');
      if (said.includes('asked to stop')) break;
    }
    expect(said).toContain('asked to stop');
  },
);

test('two commands at once install and build one after the other, and the second says that it waits', async () => {
  const done: string[] = [];
  let finish = (): void => undefined;
  const first = oneAtATime(
    root,
    () =>
      new Promise<void>((resolve) => {
        finish = () => {
          done.push('first');
          resolve();
        };
      }),
  );
  const second = oneAtATime(
    root,
    () => done.push('second'),
    (line: string) => {
      done.push(line);
      finish();
    },
  );
  await Promise.all([first, second]);
  expect(done).toEqual([expect.stringContaining('waiting for it'), 'first', 'second']);
});

test('what failed makes nobody wait', async () => {
  await expect(oneAtATime(root, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await oneAtATime(root, () => 'mine')).toBe('mine');
});

function startWith(npm: string) {
  cpSync(import.meta.dirname, join(root, 'apps/cli/launch'), { recursive: true });
  put('package-lock.json', '{"packages":{"":{}}}');
  put('bin/npm', `#!/bin/sh\n${npm}\n`);
  spawnSync('chmod', ['+x', join(root, 'bin/npm')]);
  return spawnSync(process.execPath, [join(root, 'apps/cli/launch/launch.mjs'), 'start'], {
    env: { PATH: `${join(root, 'bin')}:/usr/bin:/bin` } as unknown as NodeJS.ProcessEnv,
    encoding: 'utf8',
  });
}

test('without npm and network the launcher says in one sentence what is missing, and ends with 1', () => {
  const { status, stderr } = startWith('echo npm error code ENETUNREACH >&2; exit 1');
  expect(stderr).toContain('The package registry cannot be reached');
  expect(status).toBe(1);
});

test('a registry that cannot be reached is not waited for: only what npm has kept is asked', () => {
  const { status, stderr } = startWith(`case "$*" in
    config*) echo registry=http://127.0.0.1:1/; echo https-proxy=null;;
    "ci --loglevel=error --offline") echo npm error code ENOTCACHED >&2; exit 1;;
    *) echo "asked for $*" >&2; exit 1;;
  esac`);
  expect(stderr).toContain('The package registry cannot be reached');
  expect(status).toBe(1);
});
