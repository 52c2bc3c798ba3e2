import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { torture } from '../../apps/office/src/mail/html/torture.ts';
import { openBrowser } from '../journeys/browser.ts';
import { signIn } from '../journeys/office-steps.ts';
import { prepareFirm } from '../load/bench-firm.ts';
import { startDns } from '../load/dns-server.ts';
import { newHouse, startHouse } from '../load/house.ts';
import { attachments, cidTricks, oddLetters } from './mail-parts.ts';
import { asHtml, type HostileMail, sendConversation, startAttacker } from './mail-torture.ts';
import { tracesIn } from './traces.ts';

const email = 'grace@y.test';
const perConversation = 24;
const names = Object.keys(torture);

/** The names of the torture set, as many at a time as one conversation holds. */
export const groups: string[][] = Array.from(
  { length: Math.ceil(names.length / perConversation) },
  (_, index) => names.slice(index * perConversation, (index + 1) * perConversation),
);

export type MailReader = Awaited<ReturnType<typeof openMailReader>>;

/** A running house to which everything hostile was sent, and somebody who reads it in Chromium. */
export async function openMailReader() {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-mail-html-'));
  const [dns, attacker] = await Promise.all([startDns({}), startAttacker()]);
  const newEnv: Record<string, string> = await newHouse(join(folder, 'data'));
  const env = { ...newEnv, KONTOR_DNS: dns.address };
  await prepareFirm(env);
  const house = await startHouse(env);
  const office = `http://localhost:${newEnv['KONTOR_OFFICE_PORT']}`;
  /** What a message brought about that it should not have. */
  const happened: string[] = [];

  const armed = (name: string, mark = `top.bad='${name}'`) => {
    const { host } = new URL(attacker.origin);
    const html = (torture[name] ?? '').replaceAll('top.bad=1', mark);
    return html.replaceAll('{evil}', attacker.origin).replaceAll('{host}', host);
  };
  const port = Number(newEnv['KONTOR_SMTP_PORT']);
  const send = (conversation: string, mails: HostileMail[]) =>
    sendConversation(port, email, conversation.replace(/\W/g, '-'), mails);
  await send('harmless', [asHtml('harmless', '<p>Good morning</p>')]);
  for (const group of groups)
    await send(
      group[0] ?? '',
      group.map((name) => asHtml(name, armed(name))),
    );
  await send('cid', cidTricks());
  await send('letters', oddLetters());
  await send('attachments', [attachments()]);
  await send('pictures', [asHtml('pictures', picturesOf(attacker.origin))]);

  // An answer that a test puts in is of no network, from which Chromium would ask nothing of this machine.
  const browser = await openBrowser(['--disable-features=LocalNetworkAccessChecks']);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  watch(page);
  await signIn(page, office, { ...adminOf, email });
  const threads = await conversations();

  return {
    attacker,
    browser,
    context,
    office,
    page,
    happened,
    armed,
    openAll,
    messagesOf,
    watch,
    inbox: `${office}/mail/${email}/inbox`,
    traces: () => tracesIn(page),
    async close() {
      await browser.close();
      await house.supervisor.stop();
      attacker.stop();
      dns.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  function watch(which: Page): void {
    which.on('dialog', (dialog) => {
      happened.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    which.on('popup', (popup) => {
      if (!popup.url().endsWith('/link')) happened.push(`popup: ${popup.url()}`);
    });
    which.on('framenavigated', (frame) => {
      const url = frame.url();
      if (url && url !== 'about:blank' && !url.startsWith(`${office}/`)) happened.push(`went to ${url}`);
    });
    which.on('request', (request) => {
      const url = request.url();
      const isOurs = url.startsWith(`${office}/`) || !/^(https?|wss?|ftp):/.test(url);
      const isShown = request.resourceType() === 'image' && url.startsWith(attacker.origin);
      if (!isOurs && !isShown && !url.endsWith('/link')) happened.push(`asked: ${url}`);
    });
  }

  /** Opens a conversation and waits until each of its frames has drawn its message. */
  async function openAll(subject: string, count: number, isQuiet = true): Promise<void> {
    const thread = threads.get(subject);
    expect(thread, subject).toBeDefined();
    await page.goto(`${office}/mail/${email}/inbox/${thread}`);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLDetailsElement>('article > details')) one.open = true;
    });
    await expect.poll(() => page.locator('iframe').count(), { timeout: 60_000 }).toBe(count);
    if (isQuiet) await page.waitForLoadState('networkidle');
  }

  async function messagesOf(subject: string): Promise<string[]> {
    await openAll(subject, groups.find(([first]) => first === subject)?.length ?? 1);
    const framed = await page
      .locator('iframe')
      .evaluateAll((all) => all.map((one) => (one as HTMLIFrameElement).name));
    return framed.map((name) => name.replace(/^message-/, ''));
  }

  /** Conversation ids by the subject of their first message. */
  async function conversations(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const ask = async (path: string) => (await context.request.get(`${office}/mail-data/${path}`)).json();
    const read = async () => {
      const mailboxes = await ask('mailboxes');
      const own = mailboxes.find(({ address }: { address: string }) => address === email);
      const { rows } = await ask(`conversations?folder=${encodeURIComponent(own.folders[0].id)}&limit=100`);
      for (const { subject, thread } of rows) found.set(subject, thread);
      return found.size;
    };
    const all = groups.length + 5;
    await vi.waitFor(async () => expect(await read()).toBe(all), { timeout: 60_000, interval: 200 });
    return found;
  }
}

const picturesOf = (evil: string) =>
  `<p>Look</p><img src="${evil}/shown" width=40 height=40><img src="${evil}/pixel" width=1 height=1>` +
  `<a href="${evil}/link">open</a><p style="background:url(${evil}/css)">x</p>`;

const adminOf = {
  firm: 'Brightwater Joinery',
  domain: 'y.test',
  name: 'Grace Whitfield',
  localPart: 'grace',
  password: 'plane-chisel-mallet-7301',
};
