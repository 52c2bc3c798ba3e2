import type { DemoSpace } from './demo-page.ts';

export const office: DemoSpace = {
  name: 'Office',
  about: 'Quotations, dates, suppliers and who is away.',
  rights: { Office: 'manage' },
  pages: [
    {
      by: 'marta',
      text: `# How we quote

A quotation goes out within **two working days** of the visit, or we call and say when.

1. Visit, photographs, a sketch with dimensions. Whoever went writes the page below *Visits* the same evening.
2. Timber and fittings from the price list, hours from the table here.
3. Grace looks at anything over £5,000.
4. It goes from hello@, with a date until which it holds: thirty days.

| Work | Hours, one person |
| :-- | --: |
| Box sash, one pair put right | 12 |
| Internal door, hung | 3 |
| Straight stair, 13 risers | 62 |
| Kitchen, per metre of base unit | 14 |

Add a tenth for a house with a narrow stair or no parking.
`,
      below: [
        {
          by: 'marta',
          text: `# Words we use in quotations

Short and the same each time; customers keep them and read them twice.

- "Supply and fit" means we bring it, fit it, and take the old one away.
- "Made good" means filled and sanded, **not** painted.
- "From" before a price means the lowest we have charged this year.

Never write *approximately* beside a sum. Write the sum and what would change it.
`,
        },
        {
          by: 'marta',
          text: `# Angebote auf Deutsch

Für die drei Architekturbüros, die auf Deutsch schreiben.

Anrede mit Namen, dann sofort die Sache. Preise netto und brutto, Mehrwertsteuer ausgewiesen, Komma als Dezimalzeichen: **1.250,00 €**.

> Das Angebot gilt bis zum angegebenen Datum. Änderungen im Aufmaß rechnen wir nach Stunden ab, 58 € netto.

Fachwörter, die oft falsch kommen:

| Englisch | Deutsch |
| :-- | :-- |
| box sash window | Schiebefenster mit Kasten |
| newel | Antrittspfosten |
| string (of a stair) | Treppenwange |
| skirting | Sockelleiste |
`,
        },
      ],
    },
    {
      by: 'marta',
      text: `# Suppliers

| Who | For | Order by | Comes |
| :-- | :-- | :-- | :-- |
| Hall Farm Timber | Oak, ash | Tuesday noon | Friday |
| Linseed & Lead | Paint, putty, cord | any day | next day |
| Band & Blade | Saw blades, sharpening | Monday | a week |
| Severn Glass | Sealed units | any day | 8 working days |

Account numbers are in the safe, not here. Anything over £800 is ordered by Grace or Marta.
`,
      later: { by: 'grace', from: '8 working days', to: '10 working days' },
    },
    {
      by: 'grace',
      text: `# Holidays and who stands in

Put your days in the calendar **six weeks** before; the week between Christmas and New Year the shop is shut.

- Marta away: Grace answers hello@ and the telephone.
- Grace away: Jonas decides in the shop, Marta about money up to £2,000.
- Layla away: drawings wait, customers are told when she is back.

Not more than two of the workshop at a time.
`,
    },
    {
      by: 'marta',
      text: `# When somebody is not happy

Answer the same day, even if the answer is only *we have read it and Grace will call by six*.

1. Look before you explain. Go there, or ask for a photograph.
2. Say what we will do and by when. Write it into the conversation.
3. When it is done, ask.

What we make good without a word: anything of ours that moves, sticks or opens within two years.
`,
    },
    {
      by: 'marta',
      text: `# Заказчики, которые пишут по-русски

Двое постоянных заказчиков пишут по-русски. Отвечаем на том же языке, коротко.

- Обращение по имени и отчеству, если они так подписались.
- Размеры в миллиметрах, цены в фунтах с НДС.
- Срок называем **датой**, а не словом «скоро».

Готовая фраза: «Спасибо за письмо. Приедем на замер в среду, 14 октября, с 10 до 12. Если это время не подходит, напишите, пожалуйста, до понедельника.»
`,
    },
    {
      by: 'layla',
      text: `# المطابخ: ما نسأل عنه قبل القياس

نسأل هذه الأسئلة على الهاتف، فنوفّر زيارة كاملة.

- كم شخصًا يطبخ في الوقت نفسه؟
- أين الماء وأين التهوية، وهل يمكن نقلهما؟
- هل يُكتب باليد اليمنى أم اليسرى؟ فتحُ الأبواب يتبع ذلك.

| القطعة | العمق | الارتفاع |
| :-- | --: | --: |
| خزانة سفلية | 600 مم | 870 مم |
| خزانة علوية | 320 مم | 720 مم |

تُرسم كل خطة بالحجم الحقيقي على الأرض قبل أن يُقطع أي لوح.
`,
    },
  ],
};
