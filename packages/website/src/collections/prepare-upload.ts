import { randomBytes } from 'node:crypto';
import type { CollectionBeforeOperationHook } from 'payload';
import sharp from 'sharp';

/** Longest side of a drawing once it is a picture. */
const drawingWidth = 1920;

/**
 * Gives an upload a name that no other upload ever had, so that its bytes may be cached for good, and turns a drawing
 * (SVG, which can hold scripts) into a picture (PNG, which cannot).
 */
export const prepareUpload: CollectionBeforeOperationHook = async ({ args, req }) => {
  const file = req.file;
  if (!file) return args;
  if (file.mimetype === 'image/svg+xml' || file.name.toLowerCase().endsWith('.svg')) {
    file.data = await rasterise(file.data);
    file.size = file.data.length;
    file.mimetype = 'image/png';
    file.name = `${file.name.replace(/\.svg$/i, '')}.png`;
    delete file.tempFilePath;
  }
  file.name = freshName(file.name);
  return args;
};

/** librsvg reads no file and no address from a drawing that is given as bytes. */
const rasterise = (drawing: Buffer): Promise<Buffer> =>
  sharp(drawing, { density: 144, limitInputPixels: 50_000_000 })
    .resize({ width: drawingWidth, height: drawingWidth, fit: 'inside' })
    .png({ compressionLevel: 6 })
    .toBuffer();

/** "Küche 1.JPG" → "kuche-1-3f9a1c0b.jpg": letters that need no escaping anywhere. */
export function freshName(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending =
    dot > 0
      ? name
          .slice(dot)
          .toLowerCase()
          .replace(/[^.a-z0-9]/g, '')
      : '';
  const stem = (dot > 0 ? name.slice(0, dot) : name)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${stem || 'picture'}-${randomBytes(4).toString('hex')}${ending}`;
}
