// Runs one command line in a house made by `makeFakeHouse`: the first argument is its folder.
import { join } from 'node:path';
import { runCommand } from '#run-command.ts';

const [root = '', ...line] = process.argv.slice(2);
process.exitCode = await runCommand(line, {
  environment: process.env,
  root,
  officeChild: join(root, 'office-child.mjs'),
  say: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
});
