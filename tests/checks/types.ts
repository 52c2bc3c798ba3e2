// tsc for every workspace. Those that only extend the base and name folders are checked as one program, which reads
// the types of Payload once instead of fourteen times; the others (a screen's or a framework's options) on their own.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { finish, read, root, sourceFiles } from './tree.ts';

interface TsConfig {
  extends?: string;
  include?: string[];
  exclude?: string[];
}
const run = promisify(execFile);
const cache = join(root, 'node_modules/.cache/kontor-check');
mkdirSync(cache, { recursive: true });

const projects = sourceFiles().filter((path) =>
  /^((apps|packages)\/[^/]+|tests)\/tsconfig\.json$/.test(path),
);
const plain: { folder: string; config: TsConfig }[] = [];
const special: string[] = [];
for (const path of projects) {
  const config = JSON.parse(read(path)) as TsConfig;
  const isPlain = Object.keys(config).every((key) =>
    ['extends', 'include', 'exclude', '$schema'].includes(key),
  );
  // Astro's ambient types must not reach the others.
  if (isPlain && path !== 'apps/site/tsconfig.json') plain.push({ folder: dirname(path), config });
  else special.push(path);
}

const together = join(cache, 'tsconfig.json');
const from = (folder: string, patterns: string[] = []) =>
  patterns.map((pattern) => join(root, folder, pattern));
writeFileSync(
  together,
  JSON.stringify({
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: { typeRoots: [join(root, 'node_modules/@types')] },
    include: plain.flatMap(({ folder, config }) => from(folder, config.include)),
    exclude: [
      ...plain.flatMap(({ folder, config }) => from(folder, config.exclude)),
      join(root, '**/node_modules'),
      join(root, '**/dist'),
    ],
  }),
);

const findings = projects.length === 0 ? ['no tsconfig.json found: nothing was checked'] : [];
for (const project of [together, ...special.map((path) => join(root, path))])
  findings.push(...(await check(project)));
finish(findings);

async function check(project: string): Promise<string[]> {
  const buildInfo = join(cache, `${project.replaceAll('/', '-')}.tsbuildinfo`);
  const args = [
    '--noEmit',
    '--pretty',
    'false',
    '-p',
    project,
    '--incremental',
    '--tsBuildInfoFile',
    buildInfo,
  ];
  try {
    await run(join(root, 'node_modules/.bin/tsc'), args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
    return [];
  } catch (error) {
    const { stdout = '', message } = error as { stdout?: string; message: string };
    return (stdout || message).trim().split('\n');
  }
}
