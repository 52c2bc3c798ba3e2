import { spawn } from 'node:child_process';
import { explain } from './obstacles.mjs';

/** Runs one step of the preparation, telling how long it takes; throws a plain sentence when it fails. */
export async function runStep(what, command, args, options) {
  const began = Date.now();
  const stopTelling = tellTime(what, began);
  const { failed, output } = await run(command, args, options);
  stopTelling();
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  if (!failed) {
    console.log(`${what}: done in ${seconds} s`);
    return;
  }
  const lines = output.trimEnd().split('\n').slice(-30);
  console.error(`${what}: failed after ${seconds} s\n${lines.map((line) => `  ${line}`).join('\n')}`);
  throw explain(what.replace(/ \(.*\)$/, ''), output);
}

function tellTime(what, began) {
  if (!process.stdout.isTTY) {
    console.log(`${what} …`);
    return () => {};
  }
  const tell = () => process.stdout.write(`\r\x1b[K${what} … ${((Date.now() - began) / 1000).toFixed(0)} s`);
  tell();
  const timer = setInterval(tell, 1000);
  return () => {
    clearInterval(timer);
    process.stdout.write('\r\x1b[K');
  };
}

function run(command, args, options) {
  return new Promise((done) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const listen = (piece) => {
      output = (output + piece).slice(-200_000);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', (error) => done({ failed: true, output: `${output}\n${error.message}` }));
    child.on('close', (code, signal) => {
      done({ failed: code !== 0, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}
