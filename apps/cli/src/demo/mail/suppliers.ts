import { type DemoMail, mail } from './demo-mail.ts';

const oakhurst = 'Oakhurst Timber <sales@oakhurst-timber.example>';
const kemp = 'Kemp & Daughter, Ironmongers <counter@kemp-ironmongers.example>';
const glass = 'Wharf Glass Works <orders@wharf-glass.example>';
const parcel = (
  title: string,
  line: string,
) => `<!doctype html><html><body style="margin:0;background:#eef1f4;font-family:Arial,sans-serif">
<img src="https://img.parcelway.example/open.gif?id=7731" width="1" height="1" alt="">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="560" cellpadding="0" cellspacing="0" style="background:#ffffff;margin:24px 0">
<tr><td style="background:#1d4f7c;padding:18px 24px;color:#ffffff;font-size:20px"><img src="https://img.parcelway.example/logo.png" width="28" height="28" alt="Parcelway" style="vertical-align:middle"> Parcelway</td></tr>
<tr><td style="padding:24px;color:#222222;font-size:15px;line-height:22px"><h1 style="font-size:20px;margin:0 0 12px">${title}</h1><p>${line}</p>
<p><a href="https://track.parcelway.example/PW-7731-0042" style="background:#1d4f7c;color:#ffffff;padding:10px 18px;text-decoration:none">Follow the parcel</a></p>
<p style="color:#666666;font-size:12px">PW-7731-0042 · 8.4 kg · signature needed</p></td></tr></table></td></tr></table></body></html>`;

/** Timber, iron, glass and parcels: what comes to workshop@. */
export const suppliers: DemoMail[] = [
  mail(
    'timber-1',
    '52 08:00',
    oakhurst,
    'workshop',
    'Price list for the quarter',
    `
Dear customers,

our list for the quarter is attached as a table. Oak is up three per cent, ash is down two, beech is as it was. Prices are per cubic metre, kiln dried, at our gate.

Oakhurst Timber`,
    { attach: ['price-list.csv'] },
  ),
  mail(
    'timber-2',
    '38 15:30',
    'Tom Ashworth <tom@brightwater.example>',
    'sales@oakhurst-timber.example',
    'Re: Price list for the quarter',
    `
Please put by 1.8 m³ of the 41 mm oak, long lengths, and let me pick it. I come on Thursday with the small lorry.

Tom`,
    { answers: 'timber-1', cc: ['workshop'] },
  ),
  mail(
    'timber-3',
    '37 09:12',
    oakhurst,
    'workshop',
    'Re: Price list for the quarter',
    `
Tom,

it is in bay 6, nobody else touches it before Thursday. Last time you sent back one board in five; we have marked them for you this time to save petrol.

Jim`,
    { answers: 'timber-2' },
  ),
  mail(
    'timber-4',
    '4 07:50',
    oakhurst,
    'workshop',
    'Delivery note 30881',
    `
1.8 m³ oak 41 mm, two packs, on Friday between 7 and 9. Driver needs somebody with a fork.

Note attached.`,
    { attach: ['delivery-note-30881.pdf'] },
  ),

  mail(
    'iron-1',
    '34 10:05',
    kemp,
    'workshop',
    'Your order 5520: hinges on back order',
    `
Hello Tom,

the 100 mm brass butts are on back order, three weeks. We have them in steel, or in brass at 88 mm. Which?

Annie Kemp`,
  ),
  mail(
    'iron-2',
    '13 16:16',
    kemp,
    'workshop',
    'Invoice 9917',
    `
Brass butts 100 mm, 24 pairs, and the sash lifts. Invoice attached, 30 days as always.

Annie Kemp`,
    { answers: 'iron-1', attach: ['invoice-9917.pdf'] },
  ),

  mail(
    'glass-1',
    '18 11:40',
    glass,
    'workshop',
    'Order 61204 confirmed: 36 units 4-6-4',
    `
We confirm 36 slim units 4-6-4 as on your list of the 3rd. Ready in twelve working days. Please check the list attached: unit 17 is 3 mm wider than its neighbours.`,
    { attach: ['units.csv'] },
  ),
  mail(
    'glass-2',
    '7 14:02',
    glass,
    'workshop',
    'New prices, and what you may still order at the old ones',
    `
From the first of next month our double glazing costs 9 % more. What is ordered by the end of this month is made at the old price, up to 120 units a customer.`,
  ),

  {
    ...mail(
      'parcel-1',
      '11 06:20',
      'Parcelway <no-reply@parcelway.example>',
      'workshop',
      'Your parcel from Hinoki Tools is on its way',
      'Your parcel from Hinoki Tools is on its way. Follow it: https://track.parcelway.example/PW-7731-0042',
    ),
    html: parcel(
      'On its way',
      'A parcel from <b>Hinoki Tools, Sanjo</b> has left Osaka and is expected within nine days.',
    ),
  },
  {
    ...mail(
      'parcel-2',
      '1 07:15',
      'Parcelway <no-reply@parcelway.example>',
      'workshop',
      'Today: your parcel from Hinoki Tools',
      'Your parcel comes today between 10:40 and 11:40. Somebody has to sign.',
    ),
    html: parcel(
      'Today between 10:40 and 11:40',
      'The driver is <b>Maja</b>. Somebody has to sign. There are 62.40 pounds of duty to pay at the door.',
    ),
    answers: 'parcel-1',
  },
];
