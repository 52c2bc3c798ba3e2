// Loaded into every part before its own code: a part whose supervisor is gone, even killed, stops as if asked to.
import { isMainThread } from 'node:worker_threads';

// A part's threads load this too. Their standard input is another one, which ends at once.
if (isMainThread) {
  process.stdin.on('close', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.on('error', () => {});
  process.stdin.resume();
  process.stdin.unref?.();
}
