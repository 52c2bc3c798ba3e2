// `npm run check`: everything that can be known without running Kontor. Each part is a process of its own;
// as many run at once as there are cores. `npm run check -- arrows words` runs those whose name is given.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const tool = (name, ...args) => ({ command: join(root, 'node_modules/.bin', name), args });
const ours = (name) => ({ command: process.execPath, args: [join(root, 'tests/checks', `${name}.ts`)] });

// The slowest first, so that the quick ones fill the gaps.
const parts = [
  { name: 'types', says: 'TypeScript agrees, in every workspace', ...ours('types') },
  { name: 'arrows', says: 'imports point the way of the design', ...ours('arrows') },
  {
    name: 'knip',
    says: 'nothing is exported, listed or kept for nobody',
    ...tool('knip', '--no-progress', '--no-config-hints'),
  },
  {
    name: 'biome',
    says: 'format and lint',
    ...tool('biome', 'check', '--error-on-warnings', '--diagnostic-level=warn', '--colors=off'),
  },
  { name: 'words', says: 'every text is there in every language', ...ours('words') },
  { name: 'files', says: 'small files, telling names, settings read in one place', ...ours('files') },
  { name: 'lockfile', says: 'complete, exact, without a host name', ...ours('lockfile') },
  { name: 'settings', says: '.env.example is up to date', ...ours('settings') },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `No part is called ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const waiting = parts.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const failed = [];
const began = performance.now();
await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(
  failed.length === 0
    ? `\nAll parts passed in ${seconds(began)}.`
    : `\n${failed.length} failed in ${seconds(began)}: ${failed.join(', ')}.`,
);
process.exit(failed.length === 0 ? 0 : 1);

async function work() {
  for (let part = waiting.shift(); part; part = waiting.shift()) {
    const start = performance.now();
    const { code, output } = await run(part);
    console.log(
      `${code === 0 ? 'ok    ' : 'FAILED'} ${part.name.padEnd(9)} ${seconds(start).padStart(7)}  ${part.says}`,
    );
    if (code === 0) continue;
    failed.push(part.name);
    console.log(output.trimEnd().replaceAll(/^/gm, '       '));
  }
}

function run({ command, args }) {
  const PATH = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, PATH, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  const pieces = [];
  child.stdout.on('data', (piece) => pieces.push(piece));
  child.stderr.on('data', (piece) => pieces.push(piece));
  return new Promise((done) => {
    child.on('error', (error) => done({ code: 1, output: error.message }));
    child.on('close', (code) => done({ code: code ?? 1, output: Buffer.concat(pieces).toString() }));
  });
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
