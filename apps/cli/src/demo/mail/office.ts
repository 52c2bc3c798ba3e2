import { type DemoMail, mail } from './demo-mail.ts';

const hollis = 'Imogen Hollis <imogen@hollis-bray.example>';
const council = 'Building Control <buildingcontrol@brightwater-council.example>';
const tally = 'Rosa Tally <rosa@tally-books.example>';
const ours = (name: string, local: string) => `${name} <${local}@brightwater.example>`;

const meeting = `<div style="font-family:Georgia,serif;color:#222"><p>Dear Grace,</p><p>the sketch of the stair is below, as promised. The client fell in love with the curve, so please say now if it cannot be done.</p><p><img src="cid:stair-sketch@hollis-bray.example" alt="Sketch of a curved stair" width="420"></p><p>Site meeting as in the invitation. Bring boots; the ground floor is a pond.</p><p>Imogen</p></div>`;

/** What Grace, Marta and the others get in their own mailboxes. */
export const office: DemoMail[] = [
  mail(
    'villa-1',
    '50 17:25',
    hollis,
    'grace',
    'Villa on Quay Street: a curved stair',
    `
Dear Grace,

we have a client who wants what nobody should want: a stair that turns through 200 degrees in a hall of 2.4 m. Would you look at it before I tell him no?

Imogen Hollis
Hollis & Bray Architects`,
    { attach: ['quay-street-plan.pdf'] },
  ),
  mail(
    'villa-2',
    '49 08:10',
    ours('Grace Whitfield', 'grace'),
    'imogen@hollis-bray.example',
    'Re: Villa on Quay Street: a curved stair',
    `
Imogen,

do not tell him no. Tell him thirteen winders, a going of 245 at the walking line, and that it costs what a car costs. Jonas has already gone quiet, which means he is bending it in his head.

Grace`,
    { answers: 'villa-1', cc: ['grace'] },
  ),
  {
    ...mail(
      'villa-3',
      '30 18:42',
      hollis,
      'grace jonas',
      'Re: Villa on Quay Street: a curved stair',
      'Dear Grace,\n\nthe sketch of the stair is attached. The client fell in love with the curve, so please say now if it cannot be done. Site meeting as in the invitation.\n\nImogen',
    ),
    html: meeting,
    attach: ['stair-sketch.png', 'site-meeting.ics'],
    answers: 'villa-2',
  },
  mail(
    'villa-4',
    '2 16:59',
    hollis,
    'grace',
    'Re: Villa on Quay Street: a curved stair',
    `
He said yes. To the price as well; I had to sit down.

Contract follows on Monday. Thank you for not letting me say no.

Imogen`,
    { answers: 'villa-3' },
  ),

  mail(
    'council-1',
    '36 09:00',
    council,
    'grace',
    'BC/26/0914: Ferry Street 12, stair in ash',
    `
Application BC/26/0914 is valid. An inspector will see the stair before it is closed from below. Give two working days' notice.

Building Control, Brightwater Council`,
  ),
  mail(
    'council-2',
    '6 11:21',
    council,
    'grace',
    'BC/26/0914: inspection on Thursday',
    `
The inspector, Mr Okafor, comes on Thursday between 9 and 11. Headroom under the trimmer is to be shown.`,
    { answers: 'council-1' },
  ),

  mail(
    'books-1',
    '43 12:34',
    tally,
    'grace marta',
    'Quarter closed: figures attached',
    `
Dear both,

the quarter is closed. Turnover £148,200, up four per cent; timber is the line that grew. The table is attached and the one page that is worth reading.

You have still not claimed for the solar panels.

Rosa Tally`,
    { attach: ['quarter.csv', 'quarter-summary.pdf'] },
  ),
  mail(
    'books-2',
    '3 10:48',
    tally,
    'marta',
    'Two invoices without a number',
    `
Marta, the two from Kemp's of the 9th and the 23rd have no order number. Do you have them? Then I can close the month.

Rosa`,
  ),

  mail(
    'walter-1',
    '22 15:00',
    'Walter Pell <walter@hallfarm.example>',
    'grace',
    'bandsaw',
    `
grace

ruth types this for me. the bandsaw needs a new tyre whatever tom says. i can hear it from the road.

and the boy's staircase is good. tell jonas to keep his hands where they are.

walter`,
  ),
  mail(
    'dates-1',
    '16 07:40',
    ours('Omar Haddad', 'omar'),
    'marta',
    'Fitting, next three weeks',
    `
Marta,

Mon-Tue Castle Row (4 sashes), Wed Ferry Street 12 (door), Thu-Fri Novak first fix if the plaster is dry. The week after: pew, two back doors. Table attached.

The van goes in for its brakes on the Friday, so nothing heavy.

Omar`,
    { attach: ['fitting-weeks.csv'] },
  ),
  mail(
    'dates-2',
    '15 08:25',
    ours('Grace Whitfield', 'grace'),
    'marta omar',
    'Re: Fitting, next three weeks',
    `
Swap the pew and the back doors, please: the churchwarden is away until Thursday and has the only key that works.

Grace`,
    { answers: 'dates-1' },
  ),
  mail(
    'samuel-1',
    '13 21:05',
    ours('Samuel Okoro', 'samuel'),
    'jonas grace',
    'Step 9',
    `
Jonas, Grace,

step 9 is 3 mm proud at the string. I can take it off the riser or make a new tread. A new tread is honest, so I have cut one. Picture from tonight attached.

Samuel`,
    { attach: ['step-9.png'] },
  ),
  mail(
    'samuel-2',
    '12 06:30',
    ours('Jonas Brandt', 'jonas'),
    'samuel grace',
    'Re: Step 9',
    `
I would have planed the riser. Yours is better.

Jonas`,
    { answers: 'samuel-1' },
  ),
  mail(
    'college-1',
    '25 13:50',
    'Riverside College <joinery@riverside-college.example>',
    'samuel',
    'Assessment dates',
    `
Your practical assessment is in week 6 of next term. Bring your own chisels and the logbook, signed by Mr Brandt up to date.`,
  ),
  mail(
    'tiles-1',
    '19 10:10',
    'Marco Tedesco <marco@fairmail.example>',
    'layla',
    'Zellige for the Novak kitchen',
    `
Layla, the green ones came in. No two alike, as you wanted. I keep four square metres until the end of next week. Picture does not do them justice.

Marco`,
    { attach: ['tiles.png'] },
  ),
  mail(
    'putty-1',
    '18 09:33',
    'Linseed & Lead <shop@linseed-lead.example>',
    'priya',
    'Your linseed putty',
    `
Two tubs of the slow one are on the counter under your name. The quick one is discontinued, which you will say is no loss.`,
  ),

  mail(
    'okafor-1',
    '0 0:50',
    council,
    'grace',
    'BC/26/0914: inspector running late',
    `
Mr Okafor is at the bridge and will be with you in an hour. He asks whether there is coffee.`,
  ),
  mail(
    'ruth-1',
    '0 3:15',
    'Ruth Pell <ruth@hallfarm.example>',
    'grace',
    'Dad, Sunday',
    `
Grace,

Dad is 88 on Sunday and wants nothing, which means a plank. Could Tom spare him one, planed, so that he can complain about the planing? Come at four, all of you. There is cake and the other cake.

Ruth`,
  ),
  mail(
    'pricing-1',
    '1 17:22',
    ours('Marta Zielińska', 'marta'),
    'grace',
    'Glass: order before the month is out?',
    `
Grace,

Wharf raise by nine per cent. 120 units at the old price are £5,640, and we have work for 104. I would order all of them and put the rest where Samuel cuts. Say yes before Friday.

Marta`,
  ),
  mail(
    'pricing-2',
    '1 18:05',
    ours('Tom Ashworth', 'tom'),
    'grace marta',
    'Re: Glass: order before the month is out?',
    `
Where Samuel cuts is where Samuel cuts. He can have the place by the door, it has better light anyway.

Tom`,
    { answers: 'pricing-1' },
  ),
  mail(
    'school-1',
    '2 10:14',
    'Ferry Lane Primary <office@ferrylane-school.example>',
    'grace',
    'Twenty-six seven-year-olds',
    `
Dear Mrs Whitfield,

class 3 would like to see how a staircase is made. They are twenty-six, they are loud, and they have promised to touch only what they are shown. Would a Friday morning suit you?

Beth Arkwright`,
    { attach: ['class-3.png'] },
  ),
  mail(
    'insurer-1',
    '7 09:31',
    'Moorgate Mutual <service@moorgate-mutual.example>',
    'grace',
    'Your policy renews in thirty days',
    `
Dear policy holder,

your workshop policy renews in thirty days. The premium rises by 2.1 per cent. The sum insured for machinery (£84,000) has not changed since 2019; you may wish to look at it.

Schedule attached.`,
    { attach: ['policy-schedule.pdf'] },
  ),
  mail(
    'guild-1',
    '11 20:20',
    'Guild of Joiners <secretary@joiners-guild.example>',
    'grace',
    'Would you judge the stairs?',
    `
Dear Grace,

the jury for this year's guild prize lacks somebody who can say no. Nineteen staircases, two days, the hotel is bad and the dinners are good.

Yours
Harriet Boyle`,
  ),
  mail(
    'guild-2',
    '10 07:55',
    ours('Grace Whitfield', 'grace'),
    'secretary@joiners-guild.example',
    'Re: Would you judge the stairs?',
    `
Harriet,

yes, if I may bring my own level.

Grace`,
    { answers: 'guild-1', cc: ['grace'] },
  ),
  mail(
    'saw-1',
    '21 13:09',
    'Blade & Band Sharpening <works@bladeandband.example>',
    'grace workshop',
    'Three bandsaw blades are ready',
    `
Three blades, 4.1 m, sharpened and set. One of them has met a nail; we kept the nail for you. £54.`,
  ),
  mail(
    'lease-1',
    '32 14:40',
    'Ropewalk Estate <estate@ropewalk.example>',
    'grace',
    'The roof over bay 3',
    `
Dear Mrs Whitfield,

the roofers come in the week after next and need bay 3 empty for two days. The estate pays; the noise is yours.

Peter Quill`,
  ),
  mail(
    'lease-2',
    '31 08:20',
    ours('Tom Ashworth', 'tom'),
    'grace',
    'Fwd: The roof over bay 3',
    `
That is where the Hall Farm oak is to go. I can make it two days, not three, and not if it rains.

Tom`,
    { answers: 'lease-1' },
  ),

  // What should not be believed.
  mail(
    'bank-1',
    '8 03:12',
    'Nordbank Security <security@nordbank.example>',
    'grace',
    'Your business account will be limited today',
    `
Dear customer,

an unusual payment of 4,870.00 was held back. To keep your account open, confirm your details within 12 hours:

https://nordbank.example.account-check.example/confirm

Nordbank Security Team`,
    { bounces: 'bulk@cheap-hosting.example', forged: true },
  ),
  mail(
    'boss-1',
    '4 12:07',
    ours('Grace Whitfield', 'grace'),
    'marta',
    'Urgent payment before 3 pm',
    `
Marta, are you at your desk? I am in a meeting and cannot talk. A supplier needs 6,420 today or we lose the machine. I send you the account. Keep it between us until I am back.

Grace`,
    {
      bounces: 'g.whitfield@quickmail-4471.example',
      forged: true,
      headers: { 'Reply-To': 'grace.whitfield.ceo@quickmail-4471.example' },
    },
  ),
  mail(
    'tax-1',
    '26 04:44',
    'Tax Refund Office <refund@taxrefund-office.example>',
    'hello',
    'You have a refund of £386.20',
    `
After the last calculation of your fiscal activity you are eligible for a refund of £386.20. Open the form and enter the card it should go to.`,
    { forged: true },
  ),
  mail(
    'trust-1',
    '17 12:15',
    'River Trust <news@river-trust.example>',
    'hello grace',
    'Clean-up of the lower weir on Sunday',
    `
Friends of the river,

on Sunday from ten we clear the lower weir. Waders are there, biscuits too. Last time we found two bicycles, a safe (empty) and somebody's oak gate.

The River Trust

--
You get this because you are on the list friends@river-trust.example`,
    {
      tampered: true,
      bounces: 'friends-bounces@river-trust.example',
      headers: {
        'List-Id': 'Friends of the river <friends.river-trust.example>',
        'List-Unsubscribe': '<mailto:friends-leave@river-trust.example>',
      },
    },
  ),
  mail(
    'altered-1',
    '5 14:31',
    'Wharf Glass Works <orders@wharf-glass.example>',
    'marta',
    'Change of bank details',
    `
Please note that our bank has changed. All open invoices are from today to be paid to the account in the attachment.`,
    { attach: ['bank-details.pdf'], bounces: 'orders@invoice-mailer.example', forged: true },
  ),
];
