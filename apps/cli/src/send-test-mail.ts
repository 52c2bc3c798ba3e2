import { createTransport } from 'nodemailer';
import type { Asked } from './arguments.ts';
import { askOffice } from './ask-office.ts';
import { cliProblems } from './problems.ts';
import { reachableHost } from './supervise/probe.ts';
import { type House, openHouse, requireData, type World } from './world.ts';

/** Sends one mail the way another server would: through the SMTP door, without signing in. */
export async function sendTestMail(world: World, { words, flags }: Asked): Promise<number> {
  const house = openHouse(world, { demo: flags.has('--demo') });
  const to = words[0] ?? (await sharedAddress(house));
  const { host, ports } = house.config;
  const transport = createTransport({
    host: reachableHost(host),
    port: ports.smtp,
    name: 'kontor-test.invalid',
    // The gateway's own certificate bears no name that could be checked.
    tls: { rejectUnauthorized: false },
    connectionTimeout: 5000,
    socketTimeout: 30_000,
  });
  const now = new Date();
  try {
    await transport.sendMail({
      from: '"Kontor test" <test@kontor-test.invalid>',
      to,
      subject: `A test mail of ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
      text: `This mail came through the SMTP door at ${now.toUTCString()}.\nIf you can read it, mail in works.\n`,
    });
  } catch (error) {
    return cliProblems.raise('mail-refused', { values: { why: (error as Error).message }, cause: error });
  } finally {
    transport.close();
  }
  house.say(`Taken for ${to}. Read it at ${house.config.officeUrl}/mail`);
  return 0;
}

async function sharedAddress(house: House): Promise<string> {
  requireData(house);
  const { domain } = await askOffice(house, 'firm', {});
  return domain ? `hello@${domain}` : cliProblems.raise('not-set-up');
}
