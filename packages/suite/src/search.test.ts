import { testEngines } from '@kontor/data/testing';
import { deleteConversation, listConversations, listMailboxes } from '@kontor/mailbox';
import { addPerson, disablePerson, findPerson, type Person, setUpFirm } from '@kontor/people';
import { findAnything } from '@kontor/search';
import { canStartMeilisearch, type RunningMeilisearch, startMeilisearch } from '@kontor/search/testing';
import { addAttachment, addPage, addSpace, savePage, setRight, trashPage } from '@kontor/wiki';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Office } from './office.ts';
import { as, browser, firm, openTestOffice } from './testing/open-test-office.ts';

const readThread = new URL('../../search/src/files/read-thread.ts', import.meta.url);
const saying = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** A PDF of one page that says this. */
function pdf(words: string): Uint8Array<ArrayBuffer> {
  const content = `BT /F 12 Tf 20 200 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer << /Size 6 /Root 1 0 R >>\n%%EOF`);
}

describe.skipIf(!canStartMeilisearch())('search', () => {
  describe.each(testEngines())('on %s', (engine) => {
    let server: RunningMeilisearch;
    let office: Office;
    let anna: Person;
    let omar: Person;
    let end: () => Promise<void>;
    let space: string;
    let following: Promise<void>;
    const ending = new AbortController();

    beforeAll(async () => {
      server = await startMeilisearch();
      const settings = { KONTOR_MEILI_URL: server.url, KONTOR_MEILI_KEY: server.key };
      const opened = await openTestOffice(engine, undefined, { settings, readThread });
      ({ office, close: end } = opened);
      anna = await setUpFirm.perform(office, { ...firm, token: opened.token }, browser('192.0.2.1'));
      const input = { name: 'Omar Haddad', localPart: 'omar', password: 'copper kettle morning 3' };
      omar = await addPerson.perform(office, input, as(anna));
      space = (await addSpace.perform(office, { name: 'Workshop', about: '' }, as(anna))).space;
      following = office.search.follow(ending.signal);
    });
    afterAll(async () => {
      ending.abort();
      await following;
      await end?.();
      await server?.stop();
    });

    /** As the doors do it: who asks is read from the database at each call. */
    async function finds(person: Person, typed: string): Promise<string[]> {
      const now = await findPerson(office.payload, person.id);
      const caller = now && !now.disabled ? as(now) : browser('192.0.2.7');
      const found = await findAnything.perform(office, { typed, show: 50 }, caller);
      expect(found.without).toBeNull();
      return found.groups.flatMap(({ kind, hits, count }) => {
        expect(count).toBe(hits.length);
        return hits.map(({ title }) => `${kind}: ${title.map(({ text }) => text).join('')}`);
      });
    }
    const soon = (person: Person, typed: string, wanted: string[]) =>
      expect.poll(() => finds(person, typed), { timeout: 45_000, interval: 20 }).toEqual(wanted);
    const addPageSaying = async (title: string, text: string, where = space) =>
      (await addPage.perform(office, { space: where, parent: null, title, document: saying(text) }, as(anna)))
        .page;
    const send = (to: string, subject: string, text: string, more = '') =>
      office.post({
        raw: Buffer.from(
          `From: Nora <nora@customer.example>\r\nTo: ${to}\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replace(/\W/g, '')}@x>\r\n${more}\r\n${text}\r\n`,
        ),
        to,
        mailFrom: 'nora@customer.example',
        key: subject,
      });

    test('a page is found with a typo, and by the words of a PDF that hangs on it', async () => {
      const page = await addPageSaying('Finishing oak', 'Two coats of hardwax oil, a day apart.');
      await addAttachment.perform(
        office,
        { page, filename: 'datasheet.pdf', type: 'application/pdf', bytes: pdf('Flashpoint of turpentine') },
        as(anna),
      );
      await soon(anna, 'hardwex', ['page: Finishing oak']);
      await soon(anna, 'turpentine', ['file: datasheet.pdf']);
    });

    test('who may not read the space finds neither, and with the right both, and without it again nothing at once', async () => {
      expect(await finds(omar, 'hardwax')).toEqual([]);
      expect(await finds(omar, 'turpentine')).toEqual([]);
      await setRight.perform(office, { space, group: 'everyone', may: 'read' }, as(anna));
      expect(await finds(omar, 'hardwax')).toEqual(['page: Finishing oak']);
      expect(await finds(omar, 'turpentine')).toEqual(['file: datasheet.pdf']);
      await setRight.perform(office, { space, group: 'everyone', may: 'none' }, as(anna));
      expect(await finds(omar, 'hardwax')).toEqual([]);
      expect(await finds(omar, 'turpentine')).toEqual([]);
    });

    test('what a page said before is not found any more, nor a page in the trash, at once', async () => {
      const page = await addPageSaying('Cramps', 'Sash cramps hang by the door.');
      await soon(anna, 'sash', ['page: Cramps']);
      const input = { page, base: 1, title: 'Cramps', document: saying('They moved to the loft.') };
      await savePage.perform(office, input, as(anna));
      await soon(anna, 'loft', ['page: Cramps']);
      expect(await finds(anna, 'sash')).toEqual([]);
      await trashPage.perform(office, { page }, as(anna));
      expect(await finds(anna, 'loft')).toEqual([]);
    });

    test('each finds their own mail and that of mailboxes they share, by a word, a sender and in one hit per conversation', async () => {
      await send('omar@brightwater.example', 'Question about larch', 'Do you have larch boards?');
      await send(
        'omar@brightwater.example',
        'Re: Question about larch',
        'Larch again, please.',
        'In-Reply-To: <Questionaboutlarch@x>\r\n',
      );
      await send('hello@brightwater.example', 'Larch for the fence', 'How much is larch?');
      await expect
        .poll(() => finds(anna, 'larch'), { timeout: 45_000 })
        .toEqual(['mail: Larch for the fence']);
      await expect.poll(async () => (await finds(omar, 'larch')).length, { timeout: 45_000 }).toBe(1);
      expect(await finds(omar, 'nora')).toHaveLength(1);
    });

    test('mail that is deleted for good is found no more', async () => {
      await send('omar@brightwater.example', 'About the wardrobe', 'Cedar lining?');
      await soon(omar, 'wardrobe', ['mail: About the wardrobe']);
      const [own] = await listMailboxes.perform(office, {}, as(omar));
      const folder = (role: string) => own?.folders.find((one) => one.role === role)?.id ?? '';
      const { rows } = await listConversations.perform(office, { folder: folder('inbox') }, as(omar));
      const thread = rows.find(({ subject }) => subject === 'About the wardrobe')?.thread ?? '';
      await deleteConversation.perform(office, { folder: folder('inbox'), thread }, as(omar));
      expect(await finds(omar, 'wardrobe')).toEqual(['mail: About the wardrobe']);
      await deleteConversation.perform(office, { folder: folder('trash'), thread }, as(omar));
      expect(await finds(omar, 'wardrobe')).toEqual([]);
    });

    test('four languages are found side by side', async () => {
      await addPageSaying('Küchenschränke', 'Türen für Küchenschränke ausrichten.');
      await addPageSaying('Счёт за дубовый стол', 'Счёт отправлен в понедельник.');
      await addPageSaying('فاتورة الطاولة', 'أرسلنا الفاتورة الخاصة بالطاولة.');
      await addPageSaying('請求書の確認', '十一月の請求書をお送りします。');
      await soon(anna, 'kuchenschranke', ['page: Küchenschränke']);
      await soon(anna, 'счет', ['page: Счёт за дубовый стол']);
      await soon(anna, 'الفاتورة', ['page: فاتورة الطاولة']);
      await soon(anna, '請求書', ['page: 請求書の確認']);
    });

    test('when Meilisearch is away titles are searched under the same rights, and it is said', async () => {
      await server.kill();
      const ask = (person: Person, typed: string) =>
        findAnything.perform(office, { typed, show: 5 }, as(person));
      const found = await ask(anna, 'finishing OAK');
      expect(found.without).toBe('away');
      expect(found.groups.map(({ kind, hits }) => [kind, hits.length])).toEqual([['page', 1]]);
      expect((await ask(anna, 'datasheet')).groups.map(({ kind }) => kind)).toEqual(['file']);
      expect((await ask(anna, 'KÜCHEN')).groups).toHaveLength(1);
      expect((await ask(omar, 'larch')).groups.map(({ kind, count }) => [kind, count])).toEqual([
        ['mail', 1],
      ]);
      expect((await ask(omar, 'finishing oak')).groups).toEqual([]);
      await addPageSaying('Written meanwhile', 'while it was away');
      await server.start();
      await soon(anna, 'meanwhile', ['page: Written meanwhile']);
    });

    test('who is let go finds nothing and is not even asked what for', async () => {
      await disablePerson.perform(office, { person: omar.id }, as(anna));
      await expect(finds(omar, 'larch')).rejects.toMatchObject({ code: 'action.sign-in-first' });
    });
  });
});
