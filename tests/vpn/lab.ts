import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const programs = [
  '/usr/bin/wg',
  '/usr/bin/wg-quick',
  '/usr/bin/wireguard-go',
  '/usr/sbin/nft',
  '/usr/bin/ping',
  '/usr/sbin/ip',
];

/** Why there can be no laboratory on this host; null where there can. */
export function whyNoLab(): string | null {
  if (process.getuid?.() !== 0) return 'only root makes network namespaces';
  const missing = programs.filter((file) => !existsSync(file) && !existsSync(file.replace('/usr', '')));
  if (missing.length > 0) return `not installed: ${missing.join(', ')}`;
  try {
    accessSync('/dev/net/tun', constants.R_OK | constants.W_OK);
    ip('netns', 'add', `kt${process.pid}x`);
    ip('netns', 'delete', `kt${process.pid}x`);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

const ip = (...args: string[]): string =>
  execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Four machines that see only each other: the server, a laptop, a phone, and one of the firm's own network behind it. */
export interface Lab {
  /** The name of a machine's namespace. */
  ns(machine: Machine): string;
  /** Runs a command there; its output. */
  run(machine: Machine, command: string, ...args: string[]): string;
  close(): Promise<void>;
}

const machines = ['server', 'laptop', 'phone', 'inside'] as const;
export type Machine = (typeof machines)[number];

/** The server's address on the cable to each; IPv4 to the laptop, IPv6 to the phone. */
export const outside = { laptop: '198.51.100.1', phone: '2001:db8::1' };
export const inside = { network: '10.20.0.0/24', host: '10.20.0.10', forbidden: '10.30.0.10' };

export async function openLab(): Promise<Lab> {
  await closeAbandoned();
  const ns = (machine: Machine): string => `kt${process.pid}-${machine}`;
  try {
    return wire(ns);
  } catch (error) {
    await close(machines.map(ns));
    throw error;
  }
}

function wire(ns: Lab['ns']): Lab {
  const at = (machine: Machine, ...args: string[]) => ip('-n', ns(machine), ...args);
  const run: Lab['run'] = (machine, command, ...args) =>
    execFileSync('ip', ['netns', 'exec', ns(machine), command, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  for (const machine of machines) {
    ip('netns', 'add', ns(machine));
    // Duplicate address detection would hold IPv6 up for a second.
    for (const which of ['all', 'default'])
      run(machine, 'sysctl', '-qw', `net.ipv6.conf.${which}.accept_dad=0`);
    at(machine, 'link', 'set', 'lo', 'up');
  }
  const cable = (machine: Machine, here: string[], there: string[]): void => {
    const peer = ['peer', 'name', 'cable', 'netns', ns(machine)];
    ip('link', 'add', `to-${machine}`, 'netns', ns('server'), 'type', 'veth', ...peer);
    for (const address of here) at('server', 'address', 'add', address, 'dev', `to-${machine}`);
    for (const address of there) at(machine, 'address', 'add', address, 'dev', 'cable');
    at('server', 'link', 'set', `to-${machine}`, 'up');
    at(machine, 'link', 'set', 'dev', 'cable', 'up');
  };
  cable('laptop', ['198.51.100.1/30'], ['198.51.100.2/30']);
  cable('phone', ['2001:db8::1/64'], ['2001:db8::2/64']);
  // The machine inside knows no way back: it answers who asks, which must be the server.
  cable('inside', ['10.20.0.1/24', '10.30.0.1/24'], ['10.20.0.10/24', '10.30.0.10/24']);
  run('server', 'sysctl', '-qw', 'net.ipv4.ip_forward=1', 'net.ipv6.conf.all.forwarding=1');
  return { ns, run, close: () => close(machines.map(ns)) };
}

/** Ends what runs in these namespaces, and them. */
async function close(namespaces: string[]): Promise<void> {
  const present = ip('netns', 'list')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
  const ours = namespaces.filter((name) => present.includes(name));
  for (const name of ours) {
    for (const pid of ip('netns', 'pids', name).split('\n').filter(Boolean))
      process.kill(Number(pid), 'SIGTERM');
  }
  await pause(200);
  for (const name of ours) ip('netns', 'delete', name);
}

/** Those of a run that was killed. */
async function closeAbandoned(): Promise<void> {
  const names = [...ip('netns', 'list').matchAll(/^kt(\d+)-\w+/gm)];
  await close(names.filter(([, pid]) => !existsSync(`/proc/${pid}`)).map(([name]) => name));
}

/** A device as its owner sets it up: `wg-quick` reads the file and nothing else. */
export function connect(lab: Lab, machine: Machine, file: string): () => void {
  lab.run(machine, 'wg-quick', 'up', file);
  return () => {
    lab.run(machine, 'wg-quick', 'down', file);
    rmSync(file, { force: true });
  };
}

export interface Pings {
  /** Times of the answers, milliseconds since 1970. */
  answers: number[];
  sent: number;
  /** Of those sent before the last that was answered, how many were not: what is under way at the end is not lost. */
  lost: number;
  /** When it was told to stop, as the times of the answers are. */
  stoppedAt: number;
}

/** Pings until stopped, so many times a second; what is not answered is lost. */
export function keepPinging(lab: Lab, machine: Machine, host: string, perSecond: number) {
  const args = ['netns', 'exec', lab.ns(machine), 'ping', '-D', '-W1', `-i${1 / perSecond}`, host];
  const child = spawn('ip', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  return {
    answered: () => (said.match(/bytes from/g) ?? []).length,
    async stop(): Promise<Pings> {
      const stoppedAt = Date.now();
      // Whatever is under way comes in.
      await pause(300);
      child.kill('SIGINT');
      await ended;
      const answers = [...said.matchAll(/^\[([\d.]+)\] \d+ bytes from/gm)].map(([, at]) => Number(at) * 1000);
      const numbers = [...said.matchAll(/ bytes from .* icmp_seq=(\d+)/g)].map(([, number]) =>
        Number(number),
      );
      const lost = Math.max(0, ...numbers) - new Set(numbers).size;
      return { answers, lost, stoppedAt, sent: Number(/(\d+) packets transmitted/.exec(said)?.[1] ?? 0) };
    },
  };
}

export function canPing(lab: Lab, machine: Machine, host: string, seconds = 3): boolean {
  try {
    lab.run(machine, 'ping', '-q', '-c1', `-W${seconds}`, host);
    return true;
  } catch {
    return false;
  }
}
