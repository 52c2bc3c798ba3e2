import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asHtml, sendConversation } from '../hostile/mail-torture.ts';
import { type SignedInHouse, startSignedIn } from '../hostile/signed-in.ts';

/** Milliseconds /health may take while a message is opened; the suite asserts thirty times as much. */
const goal = 100;
const length = 1_400_000;
const heavy: Record<string, string> = {
  'div in div': '<div>',
  'quote in quote': '<blockquote>',
  'open links': '<a href="https://nordbank.example/">',
  'open brackets': '<',
};

let house: SignedInHouse;
beforeAll(async () => {
  house = await startSignedIn();
});
afterAll(() => house?.close());

const ask = (path: string) => fetch(`${house.office}${path}`, { headers: { cookie: house.cookie } });
const json = async (path: string) => (await ask(`/mail-data/${path}`)).json();

/** The id of the message with this subject, once it is there. */
async function arrived(subject: string): Promise<string> {
  const mailboxes = (await json('mailboxes')) as {
    address: string;
    folders: { id: string; role: string }[];
  }[];
  const inbox = mailboxes
    .find(({ address }) => address === house.email)
    ?.folders.find(({ role }) => role === 'inbox');
  for (let tries = 0; tries < 600; tries += 1) {
    const { rows } = (await json(`conversations?folder=${inbox?.id}`)) as {
      rows: { thread: string; subject: string }[];
    };
    const row = rows.find((one) => one.subject === subject);
    if (row) return (await json(`conversation?folder=${inbox?.id}&thread=${row.thread}`)).messages[0].id;
    await sleep(100);
  }
  throw new Error(`"${subject}" did not arrive`);
}

test.each(Object.entries(heavy))(
  'a message of 1.4 MB of %s is opened without anybody waiting for it',
  async (name, unit) => {
    const html = unit.repeat(length / unit.length);
    await sendConversation(
      Number(house.house.env['KONTOR_SMTP_PORT']),
      house.email,
      name.replaceAll(' ', '-'),
      [asHtml(name, html)],
    );
    const id = await arrived(name);
    let isOpen = false;
    const began = performance.now();
    const opening = ask(`/mail-data/frame/${encodeURIComponent(id)}`).then(async (answer) => {
      const page = await answer.text();
      isOpen = true;
      return { page, ms: performance.now() - began };
    });
    let longest = 0;
    while (!isOpen) {
      const asked = performance.now();
      await fetch(`${house.office}/health`);
      longest = Math.max(longest, performance.now() - asked);
      await sleep(5);
    }
    const { page, ms } = await opening;
    console.log(`${name}: opened in ${ms.toFixed(0)} ms, /health at most ${longest.toFixed(0)} ms`);
    expect(page).toContain('data-cut="true"');
    expect(longest).toBeLessThan(30 * goal);
  },
  300_000,
);
