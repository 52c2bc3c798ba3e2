// `npm run bench`: installs and builds what is missing, then measures. `npm run bench -- smtp` measures one part.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const must = (command, ...args) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync(join(root, 'node_modules/.package-lock.json'))) must('npm', 'ci');
must(join(root, 'node_modules/.bin/turbo'), 'run', 'build', '--output-logs=errors-only');
const pinned = join(root, 'node_modules/.bin/node');
must(
  existsSync(pinned) ? pinned : process.execPath,
  join(root, 'tests/load/bench.ts'),
  ...process.argv.slice(2),
);
