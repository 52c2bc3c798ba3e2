import { type DemoMail, mail } from './demo-mail.ts';

const nora = 'Nora Lindqvist <nora.lindqvist@postbox.example>';
const marta = 'Marta Zielińska <marta@brightwater.example>';
const layla = 'Layla Nasser <layla@brightwater.example>';
const omar = 'عمر حداد <omar@brightwater.example>';
const novak = 'Hana Novak <hana.novak@fairmail.example>';
const edmund = 'Edmund Hargreave <edmund@weir-cottage.example>';
const ruth = 'Ruth Pell <ruth@hallfarm.example>';
const dev = 'Dev Patel <dev@mill-cafe.example>';
const colin = 'Colin Vance <c.vance@postbox.example>';
const fatima = 'فاطمة المنصور <fatima.almansour@postbox.example>';
const cc = { cc: ['hello'] };

/** What comes to hello@ from people who want something made, and what the office answered. */
export const customers: DemoMail[] = [
  mail(
    'door-1',
    '55 19:12',
    nora,
    'hello',
    'A front door for 12 Ferry Street',
    `
Hello,

our front door dates from 1931 and has reached the point where the postman opens it by accident. We would like a new one that looks like the old one, with the two arched panes at the top.

The opening is about 88 by 206 cm, but as you will see in the picture "about" is the word. Could somebody come and look? Any morning but Thursday.

Nora Lindqvist`,
    { attach: ['door-photo.jpg'] },
  ),
  mail(
    'door-2',
    '54 09:05',
    marta,
    'nora.lindqvist@postbox.example',
    'Re: A front door for 12 Ferry Street',
    `
Dear Mrs Lindqvist,

thank you for the picture. Grace can come on Tuesday at 8.30 to measure. It takes half an hour and costs nothing.

We have two doors with arched panes hanging in the shop, one of them from Ferry Street, number 19. If you pass by, slam it.

Marta Zielińska
Brightwater Joinery`,
    { answers: 'door-1', ...cc },
  ),
  mail(
    'door-3',
    '47 20:41',
    nora,
    'hello',
    'Re: A front door for 12 Ferry Street',
    `
Dear Marta,

Tuesday was a pleasure, thank you. Grace found out that the wall leans by 14 mm, which explains our whole marriage.

We take the oak, oiled, with the bent glass. And please the letter plate low down: the dog likes to be first.

Nora`,
    { answers: 'door-2' },
  ),
  mail(
    'door-4',
    '46 11:30',
    marta,
    'nora.lindqvist@postbox.example',
    'Re: A front door for 12 Ferry Street',
    `
Dear Nora,

attached is the quotation: £2,410 with everything, the dog's letter plate included. It holds for sixty days. If you say yes this week, Omar hangs it on a Wednesday in five weeks.

Marta`,
    { answers: 'door-3', ...cc, attach: ['quotation-2417.pdf'] },
  ),
  mail(
    'door-5',
    '2 08:17',
    nora,
    'hello',
    'Re: A front door for 12 Ferry Street',
    `
It hangs, it shuts, it sounds like a car from the seventies. The postman rang the bell for the first time in eleven years.

Is it right that we should oil it again in spring? And where do we send the cake?

Nora`,
    { answers: 'door-4', attach: ['new-door.png'] },
  ),

  mail(
    'sash-1',
    '41 16:03',
    edmund,
    'hello',
    'Nine sash windows in a listed cottage',
    `
Good afternoon,

we own Weir Cottage below the lock. It is listed grade II and has nine sash windows, of which four open, two rattle and three have been painted shut since before my time.

The conservation officer, a Mr Okafor, wishes to see sections at full size before he says anything. I understand that you make such drawings. May I ask what you charge for them, and whether the old glass can be kept? Some of it is wavy and my wife is attached to it.

Yours sincerely
Edmund Hargreave`,
  ),
  mail(
    'sash-2',
    '40 10:22',
    'Priya Raman <priya@brightwater.example>',
    'edmund@weir-cottage.example',
    'Re: Nine sash windows in a listed cottage',
    `
Dear Mr Hargreave,

the drawings are part of the price, nobody pays for them extra. The wavy glass comes out with steam and goes back where it was. I lose about one pane in forty and I ask before I try.

Painted shut is good news, by the way: paint keeps the wet out. Could I come on Friday at two with a thin knife?

Priya Raman`,
    { answers: 'sash-1', ...cc },
  ),
  mail(
    'sash-3',
    '33 18:55',
    edmund,
    'hello',
    'Re: Nine sash windows in a listed cottage',
    `
Dear Miss Raman,

the one in the landing opened, after what my wife says is sixty years. There was a wasps' nest and a threepenny bit.

Please go ahead with the survey of all nine. I attach the list you asked for, as a spreadsheet, with widths and heights as far as I could reach.

Edmund Hargreave`,
    { answers: 'sash-2', attach: ['windows.csv'] },
  ),
  mail(
    'sash-4',
    '6 09:47',
    edmund,
    'hello',
    'Re: Nine sash windows in a listed cottage',
    `
Dear Miss Raman,

Mr Okafor has said yes to all nine, with one condition: the horns on the landing window must stay. I have told him you would rather cut off your own.

When could you begin?

E. H.`,
    { answers: 'sash-3' },
  ),

  mail(
    'kitchen-1',
    '37 21:30',
    novak,
    'hello',
    'Kitchen, 5.2 m, awkward chimney',
    `
Hi,

we saw the kitchen you made for the Okafors and have been jealous since. Ours is 5.2 m along one wall with a chimney breast in the middle that nobody dares to touch. Plan attached, drawn by Peter after dinner, so trust the numbers and not the lines.

We cook a lot and own forty-one jars. Budget around 16, without the oven.

Hana and Peter Novak`,
    { attach: ['kitchen-plan.pdf'] },
  ),
  mail(
    'kitchen-2',
    '36 13:10',
    layla,
    'hana.novak@fairmail.example',
    'Re: Kitchen, 5.2 m, awkward chimney',
    `
Dear Hana, dear Peter,

forty-one jars want a shelf 38 cm deep and 1.9 m long; that fits exactly into the left side of your chimney, which is why nobody should touch it.

I have taped the kitchen on our floor. Come with a pan and walk through it. Thursday after five?

Layla Nasser`,
    { answers: 'kitchen-1', ...cc },
  ),
  mail(
    'kitchen-3',
    '29 22:04',
    novak,
    'hello layla',
    'Re: Kitchen, 5.2 m, awkward chimney',
    `
Layla, that was the best hour of the renovation so far. Peter walked into the dishwasher three times, so yes, please move it to the right of the sink.

Green, the one on the sample with the thumb print. Oak worktop. No handles above the counter.

Hana`,
    { answers: 'kitchen-2' },
  ),
  mail(
    'kitchen-4',
    '9 12:26',
    layla,
    'hana.novak@fairmail.example',
    'Re: Kitchen, 5.2 m, awkward chimney',
    `
Dear Hana,

drawing 3 attached, with the dishwasher where Peter cannot find it. Price per cupboard on page two. Without the corner unit you save £880 and lose nothing but a place for things you do not want.

Layla`,
    { answers: 'kitchen-3', ...cc, attach: ['kitchen-drawing-3.pdf', 'cupboards.csv'] },
  ),
  mail(
    'kitchen-5',
    '0 5:40',
    novak,
    'hello layla',
    'Re: Kitchen, 5.2 m, awkward chimney',
    `
Yes to all of it, and no to the corner unit. Where do we sign?

Can it be done before Peter's mother comes, in ten weeks? If not, we shall put her to use sanding.

Hana`,
    { answers: 'kitchen-4' },
  ),

  mail(
    'table-1',
    '27 07:35',
    ruth,
    'hello',
    'The oak, and a table from it',
    `
Morning Tom,

you asked whether we want some of it back. We do. A table for the kitchen, ten people, no fancy legs. It can wait until the boards are dry, we have waited for worse.

Dad says to tell Grace the bandsaw wants a new tyre.

Ruth`,
  ),
  mail(
    'table-2',
    '26 17:20',
    'Tom Ashworth <tom@brightwater.example>',
    'ruth@hallfarm.example',
    'Re: The oak, and a table from it',
    `
Ruth,

four boards put aside, 54 mm, your name on the ends in chalk. One has the mark of the old gate hinge in it, black as ink. I would put that in the middle.

Tell Walter it has had a new tyre since 2016.

Tom`,
    { answers: 'table-1', ...cc },
  ),
  mail(
    'table-3',
    '3 06:58',
    ruth,
    'hello',
    'Re: The oak, and a table from it',
    `
In the middle, yes. Ten and a half feet if the boards give it.

R.`,
    { answers: 'table-2' },
  ),

  mail(
    'cafe-1',
    '45 23:10',
    dev,
    'hello',
    'Thank you, and the hatch',
    `
Dear all,

the front is in, people stop and take pictures of it, and somebody asked whether we are new here. After nineteen years.

One question: may we keep the hatch? We sold more coffee through it than through the door.

Dev, Mill Café`,
  ),
  mail(
    'cafe-2',
    '8 15:44',
    dev,
    'hello',
    'Six tables, if you have off-cuts',
    `
Me again. The inside now looks shabby beside the outside. Could you make six table tops, 60 by 60, from whatever oak is left? They may all be different. Scorch marks we add ourselves.

Dev`,
    { attach: ['cafe-inside.jpg'] },
  ),

  mail(
    'stuck-1',
    '20 18:31',
    colin,
    'hello',
    'The back door you fitted in June sticks',
    `
Since the rain began the back door you fitted in June has to be kicked. I did not pay £1,960 to kick a door. I expect somebody this week.

C. Vance
3 Lock Cottages`,
  ),
  mail(
    'stuck-2',
    '19 08:02',
    marta,
    'c.vance@postbox.example',
    'Re: The back door you fitted in June sticks',
    `
Dear Mr Vance,

you are right, it should not. Omar comes tomorrow at 7.45, before work. It costs you nothing.

Marta Zielińska`,
    { answers: 'stuck-1', ...cc },
  ),
  mail(
    'stuck-3',
    '17 19:20',
    colin,
    'hello',
    'Re: The back door you fitted in June sticks',
    `
Twenty minutes and a plane, and he swept up. It was the gravel my nephew put against the frame, as your man was too polite to say.

Withdrawn, with thanks.
C. Vance`,
    { answers: 'stuck-2' },
  ),

  mail(
    'pew-1',
    '23 11:11',
    'Alison Crewe <office@stmary-brightwater.example>',
    'hello',
    'A pew that has lost its end',
    `
Dear Mrs Whitfield,

the third pew on the north side has parted from its end, during the second lesson and with the Hendersons on it. Nobody was hurt.

It is oak, of 1871, with a carved poppy head. The archdeacon asks for two quotations; I should be content with yours. A picture of the joint is attached.

Alison Crewe
Churchwarden, St Mary's`,
    { attach: ['pew-joint.jpg'] },
  ),
  mail(
    'pew-2',
    '12 10:40',
    'Alison Crewe <office@stmary-brightwater.example>',
    'hello',
    'Re: A pew that has lost its end',
    `
Dear Marta,

the faculty has come through. Please take the pew whenever suits you; the key hangs where it has hung since 1871.

Alison Crewe`,
    { answers: 'pew-1' },
  ),

  mail(
    'fatima-1',
    '24 14:26',
    fatima,
    'hello',
    'خزانة كتب لغرفة الجلوس',
    `
السلام عليكم،

رأيت المكتبة الزرقاء على موقعكم وأعجبتني كثيراً. لدينا جدار طوله ثلاثة أمتار وعشرون سنتيمتراً وارتفاعه متران وستون، وفي وسطه مقبس كهرباء.

نريد رفوفاً حتى السقف وخزائن مغلقة في الأسفل لألعاب الأولاد. هل يمكن أن يزورنا أحد بعد الرابعة عصراً؟

مع الشكر،
فاطمة المنصور`,
  ),
  mail(
    'fatima-2',
    '23 16:48',
    omar,
    'fatima.almansour@postbox.example',
    'رد: خزانة كتب لغرفة الجلوس',
    `
وعليكم السلام سيدة فاطمة،

يسعدنا ذلك. أزوركم أنا وليلى يوم الخميس في الرابعة والنصف لنقيس الجدار. المقبس ليس مشكلة، نترك خلف الخزانة فراغاً ونفتح له فتحة.

الزيارة مجانية ويصلكم الرسم والسعر خلال أسبوع.

عمر حداد
نجارة برايت ووتر`,
    { answers: 'fatima-1', ...cc },
  ),
  mail(
    'fatima-3',
    '1 13:05',
    fatima,
    'hello',
    'رد: خزانة كتب لغرفة الجلوس',
    `
أخي عمر،

وصل الرسم وهو أجمل مما تخيلنا. نوافق على السعر 3,480 جنيهاً مع الدهان. اختار الأولاد اللون الأزرق نفسه.

سؤال واحد: هل يكون التركيب قبل رمضان؟

فاطمة`,
    { answers: 'fatima-2' },
  ),

  mail(
    'amelia-1',
    '0 1:25',
    'Amelia Stone <amelia.stone@fairmail.example>',
    'hello',
    'Sash cord snapped, window will not stay up',
    `
Hello, the cord of our bedroom window snapped last night and the sash came down like a guillotine. Nobody was leaning out, luckily. It is propped up with a copy of Middlemarch.

Picture attached. How soon could you come? We are at 4 Tanner's Yard, second floor, no lift.

Amelia Stone`,
    { attach: ['sash-cord.png'] },
  ),
  mail(
    'apply-1',
    '14 20:15',
    'Ben Carver <ben.carver@postbox.example>',
    'hello',
    'Apprenticeship from September',
    `
Dear Brightwater Joinery,

I am 17 and finish at Riverside College in June. On first Saturdays I have been at your place five times; I am the one who asked Tom about the scraper. I would like to be the tenth apprentice.

My letter is attached, and a picture of a stool. The gap at the left leg is a mistake and I know why it happened.

Ben Carver`,
    { attach: ['letter-ben-carver.docx', 'stool.png'] },
  ),
  mail(
    'quote-1',
    '31 12:00',
    'Gwen Abbott <gwen@fairmail.example>',
    'info',
    'Price for three internal doors?',
    `
Hello, what would three plain internal doors in ash cost, 76 × 198 cm, hung? No hurry at all, we have lived with curtains for six years.

Gwen Abbott`,
  ),
];
