import sharp from 'sharp';
import { door, shopfront } from '../pictures/outside.ts';
import { docx } from './docx.ts';
import { pdf } from './paper.ts';
import { classThree, sashCord, stairSketch, stepNine, stool, tiles } from './sketches.ts';

export interface Attachment {
  type: string;
  content: Buffer;
  /** Shown inside the HTML, by this id. */
  cid?: string;
}

const picture = (svg: string, format: 'png' | 'jpeg', width = 900): Promise<Buffer> => {
  const image = sharp(Buffer.from(svg)).resize({ width });
  return (format === 'png' ? image.png({ palette: true }) : image.jpeg({ quality: 80 })).toBuffer();
};
const png = async (svg: string, more: Partial<Attachment> = {}): Promise<Attachment> => ({
  type: 'image/png',
  content: await picture(svg, 'png'),
  ...more,
});
const jpeg = async (svg: string): Promise<Attachment> => ({
  type: 'image/jpeg',
  content: await picture(svg, 'jpeg'),
});
const page = (title: string, ...lines: string[]): Attachment => ({
  type: 'application/pdf',
  content: pdf(title, lines),
});
const table = (text: string, start = '\uFEFF'): Attachment => ({
  type: 'text/csv',
  content: Buffer.from(`${start}${text.trim().replace(/\n/g, '\r\n')}\r\n`),
});

/** Two weeks after the demo is made, at ten. */
const invitation = (now: number): string => {
  const day = new Date(now + 14 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hollis & Bray//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:quay-street-1@hollis-bray.example',
    `DTSTAMP:${day}T080000Z`,
    `DTSTART:${day}T100000Z`,
    `DTEND:${day}T113000Z`,
    'SUMMARY:Site meeting\\, Quay Street',
    'LOCATION:Quay Street 3\\, Brightwater',
    'ORGANIZER;CN=Imogen Hollis:mailto:imogen@hollis-bray.example',
    'ATTENDEE;CN=Grace Whitfield;RSVP=TRUE:mailto:grace@brightwater.example',
    'DESCRIPTION:Bring boots.',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
};

/** How each attachment is made; those who send it name it. */
export const attachments = {
  'door-photo.jpg': () => jpeg(door()),
  'new-door.png': () => png(door()),
  'cafe-inside.jpg': () => jpeg(shopfront()),
  'pew-joint.jpg': () => jpeg(stool()),
  'stool.png': () => png(stool()),
  'sash-cord.png': () => png(sashCord()),
  'step-9.png': () => png(stepNine()),
  'class-3.png': () => png(classThree()),
  'policy-schedule.pdf': () =>
    page(
      'Workshop policy, schedule',
      'Buildings: insured by the estate',
      'Machinery: £84,000 (since 2019)',
      'Timber in stock: £22,000',
      'Premium for the year: £1,962.40',
    ),
  'tiles.png': () => png(tiles()),
  'stair-sketch.png': () => png(stairSketch(), { cid: 'stair-sketch@hollis-bray.example' }),
  'kitchen-drawing-3.pdf': () =>
    page(
      'Kitchen Novak, drawing 3',
      'Run of 5,200 mm, chimney breast 1,340 mm, worktop oak 40 mm',
      '',
      '1  Tall cupboard, left of chimney        2,180',
      '2  Jar shelf 380 mm deep                    640',
      '3  Sink unit, stone sink                  1,720',
      '4  Dishwasher, to the right of the sink     390',
      '5  Three drawers, dovetailed              2,460',
      '6  Corner unit (may be left out)            880',
    ),
  'cupboards.csv': () =>
    table(
      'No,Cupboard,Width mm,Price GBP\n1,Tall cupboard,620,2180\n2,Jar shelf,1900,640\n3,Sink unit,900,1720\n4,Dishwasher front,598,390\n5,Three drawers,1200,2460\n6,Corner unit,900,880',
    ),
  'quotation-2417.pdf': () =>
    page(
      'Quotation 2417',
      'Mrs N. Lindqvist, 12 Ferry Street, Brightwater',
      '',
      'Front door, oak, 54 mm, oiled, two arched panes      £1,850.00',
      'Bent glass, laminated, two panes                               £320.00',
      'Letter plate, low, brass                                             £60.00',
      'Old door taken away                                              £180.00',
      '',
      'Together, with fitting and VAT                              £2,410.00',
      '',
      'This price holds for sixty days.',
    ),
  'kitchen-plan.pdf': () =>
    page(
      'Our kitchen (after dinner)',
      'Wall 5,200 mm. Chimney 1,340 mm wide, 480 mm deep, DO NOT TOUCH.',
      'Window over the sink, 1,100 mm from the left.',
      'Ceiling 2,640 mm at the door, 2,610 mm at the window.',
      'Jars: 41.',
    ),
  'quay-street-plan.pdf': () =>
    page(
      'Quay Street 3, ground floor',
      'Hall 2,410 x 3,260 mm, storey height 3,105 mm',
      'Stair: 200 degrees, 17 rises of 182.6 mm',
      'Hollis & Bray Architects',
    ),
  'delivery-note-30881.pdf': () =>
    page(
      'Delivery note 30881',
      'Oak, kiln dried, 41 mm, 2 packs, 1.8 cubic metres',
      'To: Brightwater Joinery, The Ropewalk, Mill Lane',
      'Vehicle with crane: no',
    ),
  'invoice-9917.pdf': () =>
    page(
      'Invoice 9917',
      'Kemp & Daughter, Ironmongers',
      '',
      '24 pairs brass butts 100 mm        £412.80',
      '12 sash lifts, brass                      £93.60',
      'VAT                                            £101.28',
      '',
      'To pay within 30 days             £607.68',
    ),
  'bank-details.pdf': () =>
    page(
      'New bank details',
      'From today all invoices are to be paid to the account named',
      'in our next letter. Do not ring us about this.',
    ),
  'angebot-2209.pdf': () =>
    page(
      'Angebot 2209',
      'Tischfräse TF 1200, Baujahr 2019, 1.940 Betriebsstunden',
      'Preis ab Werk                11.800,00 EUR',
      'Verpackung auf Palette       240,00 EUR',
    ),
  'счёт-418.pdf': () => page('Invoice 418', 'Birch plywood 18 mm BB/BB 1525 x 1525', '3 packs, delivered'),
  'quarter-summary.pdf': () =>
    page(
      'The quarter on one page',
      'Turnover  £148,200  (+4 %)',
      'Timber      £31,940  (+9 %)',
      'Wages       £71,600',
      'Left over     £18,310',
      '',
      'Solar panels: still not claimed.',
    ),
  'windows.csv': () =>
    table(
      'Window,Width cm,Height cm,Opens,Remarks\nLanding,82,141,yes,"horns, threepenny bit"\nKitchen,96,128,no,painted shut\nStudy,82,141,rattles,wavy glass\nBedroom 1,88,150,yes,\nBedroom 2,88,150,no,painted shut',
    ),
  'price-list.csv': () =>
    table(
      'Timber,Thickness mm,Price per m³ GBP\nOak,27,1890\nOak,41,1990\nOak,54,2140\nAsh,27,1240\nAsh,41,1310\nBeech,27,980',
    ),
  'units.csv': () => table('Unit,Width,Height\n15,412,688\n16,412,688\n17,415,688\n18,412,688'),
  'quarter.csv': () =>
    table('Month,Turnover,Timber\nJuly,46100,9800\nAugust,44900,10240\nSeptember,57200,11900'),
  'fitting-weeks.csv': () =>
    table(
      'Day,Where,What\nMon,Castle Row 7,2 sashes\nTue,Castle Row 7,2 sashes\nWed,12 Ferry Street,door\nThu,Novak,first fix\nFri,-,van in for brakes',
    ),
  'предложение.csv': () => table('Сорт;Толщина, мм;Цена за лист\nBB/BB;18;38,40\nBB/CP;18;33,10'),
  'letter-ben-carver.docx': () => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: docx([
      'Dear Mrs Whitfield,',
      'I would like to learn joinery with you from September. At college I have made a stool, a toolbox and a great many wedges.',
      'The gap at the left leg of the stool is because I cut to the wrong side of the line. I have not done it since.',
      'Ben Carver',
    ]),
  }),
  'site-meeting.ics': (now: number) => ({
    type: 'text/calendar; charset=utf-8; method=REQUEST',
    content: Buffer.from(invitation(now)),
  }),
} satisfies Record<string, (now: number) => Attachment | Promise<Attachment>>;

export type AttachmentName = keyof typeof attachments;
