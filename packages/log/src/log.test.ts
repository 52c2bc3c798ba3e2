import { expect, test } from 'vitest';
import { createLog, type Level } from './index.ts';

function listen(level: Level = 'info') {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  return { lines, log: createLog({ part: 'mail', level, destination }) };
}

test('an event is one JSON line with its part, level, time and name', () => {
  const { lines, log } = listen();
  log.event('mail.accepted', { bytes: 437 });
  expect(lines).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      part: 'mail',
      event: 'mail.accepted',
      bytes: 437,
    },
  ]);
});

test('what looks like a secret is hidden, one level down too', () => {
  const { lines, log } = listen();
  log.error('part.failed', { password: 'sesame', input: { token: 'open', name: 'Grace' } });
  expect(lines[0]).toMatchObject({ password: '[hidden]', input: { token: '[hidden]', name: 'Grace' } });
});

test('what is below the level is not written', () => {
  const { lines, log } = listen('warn');
  log.event('part.ready');
  log.debug('part.ready');
  log.warn('mail.deferred');
  expect(lines.map(({ level }) => level)).toEqual(['warn']);
});
