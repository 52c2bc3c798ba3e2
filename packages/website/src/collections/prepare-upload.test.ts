import sharp from 'sharp';
import { expect, test } from 'vitest';
import { freshName, prepareUpload } from './prepare-upload.ts';

test.each([
  ['Küche 1.JPG', /^kuche-1-[0-9a-f]{8}\.jpg$/],
  ['../../etc/passwd', /^etc-passwd-[0-9a-f]{8}$|^picture-[0-9a-f]{8}/],
  ['окно.webp', /^picture-[0-9a-f]{8}\.webp$/],
  ['.htaccess', /^htaccess-[0-9a-f]{8}$/],
  [`${'a'.repeat(300)}.png`, /^a{60}-[0-9a-f]{8}\.png$/],
])('%s gets a name that needs no escaping', (given, expected) => {
  expect(freshName(given)).toMatch(expected);
  expect(freshName(given)).toMatch(/^(?!\.)[\w.-]+$/);
});

test('the same name twice is two names', () => {
  expect(freshName('a.png')).not.toBe(freshName('a.png'));
});

test('a drawing with a script in it becomes a picture without one', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><rect width="40" height="20" fill="red"/></svg>';
  const file = { name: 'logo.svg', mimetype: 'image/svg+xml', data: Buffer.from(svg), size: svg.length };
  await prepareUpload({ args: {}, req: { file } } as never);
  expect(file.mimetype).toBe('image/png');
  expect(file.name).toMatch(/^logo-[0-9a-f]{8}\.png$/);
  expect(file.data.toString('latin1')).not.toContain('script');
  expect((await sharp(file.data).metadata()).width).toBeGreaterThan(40);
});

const upload = (name: string, mimetype: string, data: Buffer) =>
  prepareUpload({ args: {}, req: { file: { name, mimetype, data, size: data.length } } } as never);
const bomb = () =>
  sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'red' } })
    .png()
    .toBuffer();

test.each([
  ['no picture', 'a.png', 'image/png', async () => Buffer.from('not a picture')],
  ['one of 81 million dots', 'a.png', 'image/png', bomb],
  ['a broken drawing', 'a.svg', 'image/svg+xml', async () => Buffer.from('<svg><rect')],
  ['a drawing of 3 MB', 'a.svg', 'image/svg+xml', async () => Buffer.alloc(3_000_000, ' ')],
])('%s is refused with what to do', async (_what, name, type, data) => {
  await expect(upload(name, type, await data())).rejects.toMatchObject({ status: 400, isPublic: true });
});

test('a picture keeps its bytes: another cut needs another upload', async () => {
  const query = { uploadEdits: { focalPoint: { x: 10, y: 10 } } };
  await expect(prepareUpload({ args: {}, req: { query } } as never)).rejects.toMatchObject({ status: 400 });
  await expect(prepareUpload({ args: {}, req: { query: {} } } as never)).resolves.toEqual({});
});
