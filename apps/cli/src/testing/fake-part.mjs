// A part for tests: answers /health (or greets, as mail) on its port. How it behaves is in FAKE, words parted by spaces:
// `deaf` never answers, `stubborn` ignores SIGTERM, `child` starts a process of its own, `dies=MS` dies after that time.
import { spawn } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join, resolve } from 'node:path';

const name = basename(resolve(process.argv[1], '../..'));
const ports = { site: 'KONTOR_SITE_PORT', office: 'KONTOR_OFFICE_PORT', mail: 'KONTOR_SMTP_PORT' };
const socket = join(process.env.KONTOR_DATA ?? '', 'run/vpn.sock');
const place =
  name === 'vpn'
    ? { path: socket }
    : { host: '127.0.0.1', port: Number(process.env.FAKE_PORT ?? process.env[ports[name]]) };
const manner = (process.env.FAKE ?? '').split(' ');
const dies = manner.find((word) => word.startsWith('dies='));

const note = (line) => process.env.FAKE_NOTES && appendFileSync(process.env.FAKE_NOTES, `${line}\n`);
note(`started ${process.pid} ${Date.now()}`);
console.log(JSON.stringify({ event: 'part.starting', part: name }));

if (manner.includes('child')) {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  note(`child ${child.pid}`);
}
if (dies) {
  setTimeout(
    () => {
      console.error('the last straw');
      process.exit(3);
    },
    Number(dies.slice('dies='.length)),
  );
}
process.on('SIGTERM', () => {
  if (!manner.includes('stubborn')) process.exit(0);
});

const server = createServer((socket) => {
  socket.on('error', () => {});
  if (manner.includes('deaf')) return;
  if (name === 'mail') socket.write('220 fake ESMTP\r\n');
  else socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'));
});
if (name === 'vpn') rmSync(socket, { force: true });
server.listen(place);
