import sharp from 'sharp';
import { pdf } from '../mail/paper.ts';
import { stairSketch } from '../mail/sketches.ts';

const weights = [
  'Sash, glazed      Cast weight      Cord',
  '',
  'up to 6 kg        2 x 3.0 kg       number 4',
  'up to 9 kg        2 x 4.5 kg       number 5',
  'up to 13 kg       2 x 6.5 kg       number 6, waxed',
  'over 13 kg        lead, cast here  number 6, waxed',
  '',
  'Cut list for one pair, 900 x 1500 mm:',
  'Parting bead 4 off 1480 x 22 x 9, accoya',
  'Staff bead 2 off 1520 and 2 off 930, pine',
  'Pulley stile patch 320 x 110 x 22, oak',
];

/** The files that hang on pages of the demo's wiki, made here. */
export async function wikiFile(name: string): Promise<{ type: string; bytes: Uint8Array }> {
  if (name === 'sash-weights.pdf')
    return { type: 'application/pdf', bytes: pdf('Sash weights and cut lists', weights) };
  const bytes = await sharp(Buffer.from(stairSketch()))
    .resize({ width: 900 })
    .png({ palette: true })
    .toBuffer();
  return { type: 'image/png', bytes };
}
