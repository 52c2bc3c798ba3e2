import { Readable } from 'node:stream';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { dataProblems } from '@kontor/data';
import { afterEach, expect, test } from 'vitest';
import { createFileReader } from './file-reader.ts';
import { readApart } from './read-apart.ts';

const thread = new URL('./read-thread.ts', import.meta.url);
const unread: string[] = [];
afterEach(() => void unread.splice(0));
const read = createFileReader({ thread, onUnread: ({ name }, why) => void unread.push(`${name}: ${why}`) });
const file = (name: string, bytes: Uint8Array | string, type = '') => {
  const content = Buffer.from(bytes);
  return {
    name,
    type,
    size: content.length,
    key: content.toString('latin1').slice(0, 50) + name,
    open: () => Readable.from([content]),
  };
};

/** A PDF of one page with a content stream as given. */
function pdf(content: Buffer, filter = ''): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${content.length} ${filter} >>\nstream\n${content.toString('latin1')}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

/** A zip of deflated files; sizes are what is claimed of them. */
function zip(files: Record<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06'), end]);
}

const docxOf = (body: string, prolog = ''): Buffer =>
  zip({
    '[Content_Types].xml': Buffer.from(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': Buffer.from(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': Buffer.from(
      `${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

test('the words of a PDF are read', async () => {
  const bytes = pdf(Buffer.from('BT /F 12 Tf 20 200 Td (Varnish the newel post) Tj ET'));
  expect(await read(file('care.pdf', bytes))).toContain('Varnish the newel post');
});
test('the words of a DOCX are read', async () => {
  expect(await read(file('offer.docx', docxOf(paragraph('Twelve oak treads'))))).toContain(
    'Twelve oak treads',
  );
});
test.each([
  ['UTF-8', Buffer.from('Küche ёлка')],
  ['UTF-16', Buffer.from('\ufeffKüche ёлка', 'utf16le')],
])('plain text is read in %s', async (_name, bytes) => {
  expect(await read(file('notes.txt', bytes))).toContain('Küche ёлка');
});
test('old plain text is read too', async () => {
  expect(await read(file('notes.txt', Buffer.from('K\xfcche', 'latin1')))).toBe('Küche');
});
test('what is no document is not looked at', async () => {
  expect(await read(file('saw.jpg', 'JFIF', 'image/jpeg'))).toBe('');
  expect(unread).toEqual([]);
});

test.each([
  ['garbage.pdf', Buffer.from('%PDF-1.7 and nothing of the kind')],
  ['cut.pdf', pdf(Buffer.from('BT ET')).subarray(0, 200)],
  ['empty.pdf', Buffer.alloc(0)],
  ['garbage.docx', Buffer.from('PK\x03\x04 no zip')],
  ['other.docx', zip({ 'a.txt': Buffer.from('no Word in it') })],
])('%s is not read, and nothing else comes of it', async (name, bytes) => {
  expect(await read(file(name, bytes))).toBe('');
  expect(await read(file('after.txt', 'still here'))).toBe('still here');
});

test('a file that is larger than it says is left at the limit', async () => {
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(1_000_000);
    })(),
  );
  expect(await read({ name: 'a.txt', type: 'text/plain', size: 10, key: 'a', open: () => endless })).toBe('');
  expect(unread).toEqual(['a.txt: it is too large']);
});

test('a document that unpacks without end costs no more memory than it may', async () => {
  const bomb = docxOf(paragraph('a'.repeat(400_000_000)));
  expect(bomb.length).toBeLessThan(1_000_000);
  const outcome = await readApart(thread, { memory: 200 * 1024 * 1024 })('docx', bomb);
  expect(outcome).toEqual({ ok: false, why: 'it takes too much memory', lasting: true });
});
test('a PDF stream that unpacks without end ends too', async () => {
  const bomb = deflateSync(Buffer.alloc(600_000_000, 0x20));
  const began = performance.now();
  await readApart(thread, { memory: 200 * 1024 * 1024, limitMs: 5000 })(
    'pdf',
    pdf(bomb, '/Filter /FlateDecode'),
  );
  expect(performance.now() - began).toBeLessThan(60_000);
});
test('entities that grow like compound interest end within their time', async () => {
  const levels = Array.from(
    { length: 12 },
    (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
  ).join('');
  const prolog = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">${levels}]>`;
  const began = performance.now();
  await readApart(thread, { limitMs: 5000 })('docx', docxOf(paragraph('&e12;'), prolog));
  expect(performance.now() - began).toBeLessThan(60_000);
});
test('a file that takes too much work is left; one whose machine had no time for it may be tried again', async () => {
  const slow = docxOf(paragraph('a ').repeat(40_000));
  const work = await readApart(thread, { workMs: 50, limitMs: 60_000, memory: 1e10 })('docx', slow);
  expect(work).toEqual({ ok: false, why: 'it takes too long', lasting: true });
  const late = await readApart(thread, { limitMs: 1 })('text', Buffer.from('x'));
  expect(late).toEqual({ ok: false, why: 'it takes too long', lasting: false });
});
test('what the rest of the process takes is no fault of a file', async () => {
  const reading = readApart(thread, { memory: 100 * 1024 * 1024 })(
    'docx',
    docxOf(paragraph('b '.repeat(300_000))),
  );
  const taken = Array.from({ length: 8 }, () => Buffer.alloc(40_000_000, 1));
  expect((await reading).ok).toBe(true);
  expect(taken).toHaveLength(8);
});

/** A file whose bytes come when the store is asked for the so-manieth time. */
function awayFor(times: number, error: Error, name = 'later.txt') {
  let asked = 0;
  const open = () => {
    asked += 1;
    if (asked > times) return Readable.from([Buffer.from('read at last')]);
    return new Readable({
      read: (): never => {
        throw error;
      },
    });
  };
  return { name, type: '', size: 10, key: name, open, asked: () => asked };
}
const away = new Error('EIO: the disk does not answer');

test('a store that is away is asked again until it is back', async () => {
  expect(await read(awayFor(2, away))).toBe('read at last');
  expect(unread).toEqual([]);
});
test('a store that stays away holds nobody up for ever: patience is one for all files', async () => {
  const impatient = createFileReader({
    thread,
    onUnread: ({ name }, why) => void unread.push(`${name}: ${why}`),
    patienceMs: 250,
  });
  const [one, other] = [awayFor(100, away, 'one.txt'), awayFor(100, away, 'other.txt')];
  expect([await impatient(one), await impatient(other)]).toEqual(['', '']);
  expect(unread).toEqual([`one.txt: ${away.message}`, `other.txt: ${away.message}`]);
  expect([one.asked() > 1, other.asked()]).toEqual([true, 1]);
});
test('bytes that are gone are not waited for, and are read should they come back', async () => {
  const gone = awayFor(1, dataProblems.make('missing-blob', { values: { hash: 'x' } }), 'gone.txt');
  expect([await read(gone), gone.asked()]).toEqual(['', 1]);
  expect(await read(gone)).toBe('read at last');
});
test('what is wrong with a file itself costs once; as a file of another kind it is read', async () => {
  let opened = 0;
  const bytes = Buffer.from('%PDF-1.7 of no use');
  const broken = {
    name: 'a.pdf',
    type: '',
    size: 10,
    key: 'same',
    open: () => {
      opened += 1;
      return Readable.from([bytes]);
    },
  };
  expect([await read(broken), await read(broken)]).toEqual(['', '']);
  expect([opened, unread.length]).toEqual([1, 1]);
  expect(await read({ ...broken, name: 'a.txt' })).toBe('%PDF-1.7 of no use');
});
