import { spawn } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@kontor/core';

/** Runs a program without a shell, with `input` behind /dev/stdin; throws CommandFailed with what it said. */
export type RunCommand = (command: string, args: readonly string[], input?: string) => Promise<string>;

export class CommandFailed extends Error {}

interface Options {
  /** The PATH to look for programs on. */
  path: string;
  /** Where a file may be made when the host has no memory disk. */
  fallbackDir: string;
}

const patienceMs = 30_000;

export function createRunCommand({ path, fallbackDir }: Options): RunCommand {
  const env = { PATH: path, LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv;
  return (command, args, input) =>
    new Promise((resolve, reject) => {
      const file = input === undefined ? undefined : hiddenFile(input, fallbackDir);
      const child = spawn(command, [...args], {
        env,
        stdio: [file ?? 'ignore', 'pipe', 'pipe'],
        timeout: patienceMs,
        killSignal: 'SIGKILL',
      });
      if (file !== undefined) closeSync(file);
      const said: Buffer[] = [];
      const complained: Buffer[] = [];
      child.stdout?.on('data', (piece: Buffer) => said.push(piece));
      child.stderr?.on('data', (piece: Buffer) => complained.push(piece));
      const fail = (why: string): void => reject(new CommandFailed(`${command} ${args[0] ?? ''}: ${why}`));
      child.once('error', (error) => fail(error.message));
      child.once('close', (code, signal) => {
        if (code === 0) resolve(Buffer.concat(said).toString('utf8'));
        else fail(Buffer.concat(complained).toString('utf8').trim() || `ended with ${signal ?? code}`);
      });
    });
}

/**
 * A file of our own whose name is gone before the first byte is written: a key stands on no disk and in no argument. A pipe
 * would not do: Node's are sockets, which /dev/stdin cannot open. What is handed on is a second opening, which stands at
 * the beginning: some programs open /dev/stdin anew, others read on from where it is.
 */
function hiddenFile(text: string, fallbackDir: string): number {
  const dir = existsSync('/dev/shm') ? '/dev/shm' : fallbackDir;
  const name = join(dir, `.kontor-${newId()}`);
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
  const writing = openSync(name, flags, 0o600);
  const reading = openSync(name, constants.O_RDONLY | constants.O_NOFOLLOW);
  unlinkSync(name);
  writeFileSync(writing, text);
  closeSync(writing);
  return reading;
}
