import type { DemoSpace } from './demo-page.ts';

export const fitting: DemoSpace = {
  name: 'On site',
  about: 'Visiting, fitting and leaving a house cleaner than we found it.',
  rights: { everyone: 'read', Fitting: 'write', Office: 'write' },
  pages: [
    {
      by: 'samuel',
      text: `# In somebody’s house

- Ring before you come, also when you are early.
- Overshoes from the door on. Sheets on the floor *and* over the banister.
- No radio unless they ask.
- Lunch in the van or where they offer.
- Vacuum at noon and at the end. Take a photograph of the empty room.
`,
    },
    {
      by: 'samuel',
      text: `# What is in the van

Check on Monday, sign on the list by the passenger seat.

- [x] First aid kit, in date
- [x] Fire extinguisher, green pin
- [ ] Two dust sheets for every day of the job
- [ ] Shims, oak and plastic
- [ ] Spare batteries, charged
- [ ] The short level **and** the long level

What was used up is written on the board by the glue room, not remembered.
`,
      later: { by: 'omar', from: 'Spare batteries, charged', to: 'Four spare batteries, charged' },
    },
    {
      by: 'omar',
      text: `# Hanging a door

1. Gap of 2 mm at the top and the sides, 6 mm over the floor, 10 mm over a thick carpet.
2. Hinges at 150 mm from the top, 225 mm from the bottom, the third in the middle of the two.
3. Bevel of 3° on the closing edge of anything over 40 mm.
4. Leaf up, top hinge first, one screw each. Close it. Only then the others.

| Door | Weight | Hinges |
| :-- | --: | --: |
| Pine panel, 35 mm | 18 kg | 2 |
| Oak panel, 40 mm | 34 kg | 3 |
| Fire door, 44 mm | 45 kg | 3, marked |

A fire door is fitted with its papers in hand. If the gap is over 4 mm it is not a fire door any more.
`,
      below: [
        {
          by: 'omar',
          text: `# تركيب الأبواب: ملخص

1. فراغ 2 مم في الأعلى والجانبين، و6 مم فوق الأرض.
2. المفصلة العليا على بعد 150 مم من الأعلى، والسفلى 225 مم من الأسفل.
3. ارفع الباب، ثبّت المفصلة العليا أولًا ببرغي واحد، أغلقه، ثم ثبّت الباقي.

باب الحريق لا يُقصّ **أبدًا** من دون أوراقه.
`,
        },
      ],
    },
    {
      by: 'samuel',
      text: `# Fitting a kitchen, day by day

| Day | What | Who |
| :-- | :-- | :-- |
| 1 | Old one out, walls checked for level and for pipes | Samuel, Omar |
| 2 | Base units, level line from the highest point | Samuel, Omar |
| 3 | Worktop template, wall units | Samuel |
| 4–8 | Waiting for the worktop: plumber and electrician | |
| 9 | Worktop, sink | Samuel, Omar |
| 10 | Doors, handles, cleaning, photographs | Samuel |

The customer has water every evening. If not, we say so *before* we turn it off.
`,
    },
    {
      by: 'samuel',
      text: `# Asbestos, lead and other things we do not touch

**Stop and ring Grace** if you see any of these:

- Board around a boiler or behind a stove that is grey, soft and fibrous
- Textured ceiling paint from before 1990
- Floor tiles, 9 inches square, with black glue below

Cover it, close the door, wash your hands. Nobody is ever late because of this.
`,
    },
    {
      by: 'jonas',
      text: `# Aufmaß vor Ort

Was auf jedem Aufmaß steht, sonst fahren wir zweimal:

- Breite oben, Mitte, unten; Höhe links, Mitte, rechts. **Das kleinste Maß gilt.**
- Beide Diagonalen. Mehr als 5 mm Unterschied: Skizze mit Pfeil, wohin es hängt.
- Putz oder Stein? Wie dick ist die Leibung?
- Ein Foto mit Zollstock im Bild.
`,
    },
    {
      by: 'omar',
      text: `# Keys and alarms

Keys of customers hang in the grey box, with a number and **no name**. The list of numbers is Marta’s.

1. Sign out in the morning, sign in before you go home.
2. An alarm code is told by voice, never written, never sent.
3. Lost a key? Ring Marta at once. We pay for the lock.
`,
    },
  ],
};
