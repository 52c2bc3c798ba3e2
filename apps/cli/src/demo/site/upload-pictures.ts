import type { Office } from '@kontor/suite';
import sharp from 'sharp';
import type { Both } from '../both.ts';
import { type DemoPerson, persons } from '../people.ts';
import { type DrawingName, drawings } from '../pictures/index.ts';
import { portrait } from '../pictures/portrait.ts';
import { alt } from './alt.ts';

interface Upload {
  key: string;
  alt: Both;
  file(): Promise<{ name: string; mimetype: string; data: Buffer; size: number }>;
}

/** Half the work of the width that an uploaded drawing gets, and wide enough for the largest place it is shown in. */
const width = 1200;

async function painted(
  name: string,
  svg: string,
  options: { width?: number } = {},
): ReturnType<Upload['file']> {
  const data = await sharp(Buffer.from(svg)).resize(options).png({ compressionLevel: 3 }).toBuffer();
  return { name: `${name}.png`, mimetype: 'image/png', data, size: data.length };
}

const drawing = (name: DrawingName): Upload => ({
  key: name,
  alt: alt[name],
  file: () => painted(name, drawings[name](), { width }),
});

const likeness = ({ localPart, name, face, title }: DemoPerson): Upload => ({
  key: localPart,
  alt: { en: `${name}, ${title.en}, drawn`, ar: `${name}، ${title.ar}، رسم` },
  file: () => painted(localPart, portrait(face)),
});

/** Uploads what is not there yet; the ids of all, by drawing or by person. */
export async function uploadPictures({ payload }: Pick<Office, 'payload'>): Promise<Map<string, string>> {
  const wanted = [...(Object.keys(drawings) as DrawingName[]).map(drawing), ...persons.map(likeness)];
  const ids = new Map<string, string>();
  const upload = async ({ key, alt: words, file }: Upload) => {
    const collection = 'media' as never;
    const where = { alt: { equals: words.en } };
    const found = await payload.find({ collection, where, locale: 'en' as never, limit: 1, depth: 0 });
    const present = found.docs[0] as unknown as { id: string } | undefined;
    const english = { alt: words.en } as never;
    const made =
      present ??
      ((await payload.create({ collection, data: english, locale: 'en' as never, file: await file() })) as {
        id: string;
      });
    await payload.update({
      collection,
      id: made.id,
      data: { alt: words.ar } as never,
      locale: 'ar' as never,
      depth: 0,
    });
    ids.set(key, made.id);
  };
  // Two at a time: each waits for the other's pictures to be made smaller.
  const waiting = wanted.values();
  await Promise.all(
    [1, 2].map(async () => {
      for (const each of waiting) await upload(each);
    }),
  );
  return ids;
}
