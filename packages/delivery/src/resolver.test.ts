import { expect, test } from 'vitest';
import { remembering } from './resolver.ts';

/** A DNS that counts its questions, and a clock that the test moves. */
function counting(answer: (name: string) => unknown) {
  const asked: string[] = [];
  const time = { now: 0 };
  const ask = async (name: string) => {
    asked.push(name);
    return answer(name);
  };
  return { asked, time, resolve: remembering(ask, { clock: { now: () => time.now } }) };
}

test('the same question is asked once a minute, whatever its letters; another type is another question', async () => {
  const { asked, time, resolve } = counting((name) => [[name]]);
  expect(await resolve('x.test', 'TXT')).toEqual([['x.test']]);
  expect(await Promise.all([resolve('X.Test', 'TXT'), resolve('x.test', 'TXT')])).toHaveLength(2);
  expect(asked).toHaveLength(1);
  await resolve('x.test', 'MX');
  expect(asked).toHaveLength(2);
  time.now = 60_001;
  await resolve('x.test', 'TXT');
  expect(asked).toHaveLength(3);
});

test('a failure is believed for ten seconds', async () => {
  const { asked, time, resolve } = counting(() => Promise.reject(new Error('no answer')));
  const fails = () => expect(resolve('x.test', 'TXT')).rejects.toThrow('no answer');
  await fails();
  time.now = 9000;
  await fails();
  expect(asked).toHaveLength(1);
  time.now = 10_001;
  await fails();
  expect(asked).toHaveLength(2);
});

test('neither many answers nor long ones fill the memory', async () => {
  const { asked, resolve } = counting((name) =>
    name === 'long.test' ? [['x'.repeat(60_000)]] : [['short']],
  );
  await resolve('first.test', 'TXT');
  for (let number = 0; number < 5000; number += 1) await resolve(`${number}.test`, 'TXT');
  await resolve('4999.test', 'TXT');
  expect(asked).toHaveLength(5001);
  await resolve('first.test', 'TXT');
  expect(asked).toHaveLength(5002);
  await resolve('long.test', 'TXT');
  await resolve('long.test', 'TXT');
  expect(asked).toHaveLength(5004);
});
