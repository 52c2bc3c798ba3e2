import type { Config } from '@kontor/config';
import { systemClock } from '@kontor/core';
import type { Log } from '@kontor/log';
import { openOffice } from '@kontor/suite';
import { askQuestions } from './ask-questions.ts';
import { liveEightWeeks } from './mail/eight-weeks.ts';
import { readMarker, writeMarker } from './marker.ts';
import type { DrawingName } from './pictures/index.ts';
import { sendLetters } from './send-letters.ts';
import { describeFirm, setUpPeople } from './set-up.ts';
import { fillSite } from './site/fill-site.ts';
import { uploadPictures } from './site/upload-pictures.ts';
import { layTunnels } from './tunnels.ts';
import { fillWiki } from './wiki/fill-wiki.ts';

interface Options {
  config: Config;
  log: Log;
  /** Hears in plain words what is being done. */
  say(line: string): void;
}

/**
 * Fills the data folder with Brightwater Joinery, once. Cut off, it goes on where it was: what is there is found by its
 * address, slug or Message-ID. The mail and VPN services must be running: mail comes through the one's door, a network's key
 * from the other.
 */
export async function loadDemo({ config, log, say }: Options): Promise<{ loaded: boolean }> {
  const marker = readMarker(config) ?? { begunAt: systemClock.now(), done: false };
  if (marker.done) return { loaded: false };
  writeMarker(config, marker);
  const now = marker.begunAt;
  const office = await openOffice(config, { log });
  try {
    say('Brightwater Joinery moves in: eight people, three groups');
    await setUpPeople(office);
    // Pictures are made smaller beside the mail, which waits for the disk.
    say('Hanging the pictures, delivering eight weeks of mail');
    const [pictures, mails] = await Promise.all([uploadPictures(office), liveEightWeeks(office, now, say)]);
    say('Writing the website in English and Arabic');
    await describeFirm(office, pictures);
    await fillSite(office, pictures as Map<DrawingName, string>, now);
    await askQuestions(office, now);
    await sendLetters(office);
    say('Writing down what the workshop knows');
    await fillWiki(office);
    say('Laying two networks, with six devices');
    await layTunnels(office);
    writeMarker(config, { ...marker, done: true });
    say(`The demo is furnished${mails > 0 ? `: ${mails} mails came through the SMTP door` : ''}`);
    return { loaded: true };
  } finally {
    await office.close();
  }
}
