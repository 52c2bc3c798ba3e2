import { randomBytes } from 'node:crypto';
import { APIError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload';
import sharp from 'sharp';

/** Longest side of a drawing once it is a picture. */
const drawingWidth = 1920;
/** A picture of a few kilobytes can unfold into gigabytes; no camera of a small firm takes more than this. */
const mostPixels = 50_000_000;
const largestDrawing = 2_000_000;
const patience = { seconds: 20 };

const refuse = (why: string): never => {
  throw new APIError(why, 400, null, true);
};

/**
 * Gives an upload a name that no other upload ever had, so that its bytes may be cached for good, and turns a drawing
 * (SVG, which can hold scripts) into a picture (PNG, which cannot).
 */
export const prepareUpload: CollectionBeforeOperationHook = async ({ args, req }) => {
  const file = req.file;
  if (!file) {
    refuseOtherBytes(req);
    return args;
  }
  if (file.mimetype === 'image/svg+xml' || file.name.toLowerCase().endsWith('.svg')) {
    file.data = await rasterise(file.data);
    file.size = file.data.length;
    file.mimetype = 'image/png';
    file.name = `${file.name.replace(/\.svg$/i, '')}.png`;
    delete file.tempFilePath;
  } else {
    await measure(file.data);
  }
  file.name = freshName(file.name);
  return args;
};

/** The site keeps a name's bytes for good: where a picture is cut is chosen when it is uploaded. */
function refuseOtherBytes({ query }: PayloadRequest): void {
  if (query?.['uploadEdits'])
    refuse('A picture keeps its cut. Upload it again, with the point that must stay in sight.');
}

async function measure(picture: Buffer): Promise<void> {
  const { width = 0, height = 0 } = await sharp(picture)
    .metadata()
    .catch(() => refuse('This file is no picture that can be read. Save it as JPEG, PNG or WebP.'));
  if (width * height > mostPixels)
    refuse(`This picture has ${width} × ${height} dots, too many to be drawn. Make it smaller first.`);
}

/** librsvg reads no file and no address from a drawing that is given as bytes. */
async function rasterise(drawing: Buffer): Promise<Buffer> {
  if (drawing.length > largestDrawing) refuse('This drawing is too large. Save it as a picture (PNG).');
  return sharp(drawing, { density: 144, limitInputPixels: mostPixels })
    .resize({ width: drawingWidth, height: drawingWidth, fit: 'inside' })
    .png({ compressionLevel: 6 })
    .timeout(patience)
    .toBuffer()
    .catch(() => refuse('This drawing cannot be drawn. Save it as a picture (PNG).'));
}

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
