// Loaded into every part before its own code: a part whose supervisor is gone, even killed, stops as if asked to.
process.stdin.on('close', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => {});
process.stdin.resume();
process.stdin.unref?.();
