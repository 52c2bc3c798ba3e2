import type { DemoSpace } from './demo-page.ts';

export const workshop: DemoSpace = {
  name: 'Workshop',
  about: 'How we make things, with what, and what we learnt the hard way.',
  rights: { everyone: 'read', Workshop: 'write' },
  pages: [
    {
      by: 'grace',
      text: `# Start here

Everything on these pages was true on the day it was written. If it is not true any more, **change it**: the history keeps what stood before.

- New in the shop? Read *Machines and who may use them* before you switch anything on.
- Looking for a number? Timber, glue and finish each have a page with a table.
- Written something on a board in pencil for the third time? Then it belongs here.

> Measure the room, not the drawing. Walter said it every week for thirty years.
`,
    },
    {
      by: 'grace',
      text: `# Machines and who may use them

Nobody uses a machine before somebody who is ticked here has shown them, and has watched them do it.

| Machine | Show it | Guards that stay on |
| :-- | :-- | :-- |
| Panel saw | Grace, Jonas | Crown guard, riving knife |
| Spindle moulder | Grace | Ring fence, power feed for anything over 400 mm |
| Planer thicknesser | Grace, Jonas, Priya | Bridge guard |
| Bandsaw | Everyone above | Blade guard down to 10 mm over the work |

## Before you switch on

- [ ] Extraction on, gate open
- [ ] Blade or cutter turns free by hand
- [ ] Push stick where your hand will want to go
- [ ] Nobody between the machine and the door

Dust bags are changed on Fridays. A full bag is a fire waiting for a spark.
`,
      below: [
        {
          by: 'jonas',
          text: `# Einweisung an der Abrichte

Für alle, die Deutsch lieber lesen. Es gilt dasselbe wie auf der englischen Seite.

1. Absaugung an, Schieber auf.
2. Messerschutzbrücke so tief, dass nur das Holz darunter passt.
3. Hände **nie** hinter die Messerwelle. Unter 300 mm Länge wird nicht abgerichtet, sondern von Hand gehobelt.
4. Spanabnahme höchstens 1,5 mm, bei Eiche 1 mm.

| Holz | Vorschub | Spanabnahme |
| :-- | :-- | --: |
| Kiefer | zügig | 1,5 mm |
| Eiche | langsam | 1,0 mm |
| Esche, wild gewachsen | langsam, schräg ansetzen | 0,5 mm |

Reißt es aus, dreh das Brett um. Reißt es in beide Richtungen aus, nimm den Handhobel mit steilem Winkel.
`,
        },
        {
          by: 'jonas',
          text: `# Sharpening plane irons

Ten minutes, twice a week, for each plane on the rack.

## Angles

| Tool | Ground | Honed |
| :-- | --: | --: |
| Bench plane | 25° | 30° |
| Block plane, low angle | 25° | 25° |
| Paring chisel | 20° | 25° |
| Mortise chisel | 25° | 35° |

## How

1. Flatten the back once, on the 1000 stone. It stays flat for years.
2. Hone on the 1000 until you feel a burr along the *whole* edge.
3. Six strokes on the 6000, then lift the burr off the back.
4. Try it on end grain of pine. If it crumbles, begin again at 2.

Stones live in water, not beside it. Flatten them with the diamond plate when the pencil grid stops coming off evenly.
`,
          later: { by: 'priya', from: 'Ten minutes, twice a week', to: 'Ten minutes, three times a week' },
        },
      ],
    },
    {
      by: 'priya',
      text: `# Timber: moisture and where it lies

The meter hangs by the door. **Write the reading on the board with the date**, in chalk, on the end.

| Where it will live | Moisture | How long it waits inside |
| :-- | --: | :-- |
| Heated room | 8–10 % | 4 weeks |
| Hall, stairs | 10–12 % | 2 weeks |
| Outside door, window | 12–15 % | 1 week |

Oak from the yard comes at 16 to 18 %. It goes to the rack over the office, stickers every 450 mm, ends painted.

~~Ash may lie in the yard over winter.~~ It may not: we lost eleven boards to blue stain in 2024.
`,
      below: [
        {
          by: 'jonas',
          text: `# Holzfeuchte messen

Das Messgerät zeigt an der Oberfläche fast immer zu wenig. Darum:

- Mit der Hammerelektrode messen, ein Drittel tief, **längs** zur Faser.
- Drei Stellen je Brett: je 300 mm von den Enden und in der Mitte.
- Temperatur einstellen. Im Winter macht das im Lager zwei Prozent aus.

Weichen die drei Werte um mehr als 2 % voneinander ab, ist das Brett innen noch nass. Zurück ins Lager, in zwei Wochen noch einmal.
`,
        },
        {
          by: 'priya',
          text: `# Сушка и хранение дуба

Коротко для поставщика из Калининграда, который спрашивает об этом каждый год.

1. Доска приходит с влажностью 16–18 %. Мы её **не** принимаем выше 20 %.
2. Штабель на прокладках через 450 мм, торцы закрашены.
3. В тёплом помещении доска лежит не меньше четырёх недель.

| Куда пойдёт | Влажность |
| :-- | --: |
| Мебель, кухня | 8–10 % |
| Лестница | 10–12 % |
| Входная дверь | 12–15 % |

Если на торце трещина длиннее ширины доски, доска возвращается. Спорные случаи решает Грейс.
`,
        },
      ],
    },
    {
      by: 'priya',
      text: `# Glues and how long they need

| Glue | For | Open | In clamps | Full strength |
| :-- | :-- | --: | --: | --: |
| White, D3 | Carcasses, indoors | 8 min | 45 min | 24 h |
| Polyurethane | Outside doors, sills | 20 min | 4 h | 24 h |
| Hide, warm | Repairs that must come apart | 2 min | 12 h | 24 h |
| Epoxy | Gaps, metal to oak | 30 min | 12 h | 3 days |

- Below 10 °C nothing cures. The glue room is heated, the bench by the door is not.
- Polyurethane wants a damp face: wipe one side with a wet cloth.
- Squeeze-out of white glue comes off with a scraper after *forty minutes*, not with water.
`,
      later: { by: 'grace', from: '45 min', to: '60 min' },
    },
    {
      by: 'grace',
      text: `# Sash windows: putting them right

What we do to a box sash, in order. A pair takes Jonas a day and a half.

- [ ] Photographs, inside and out, and the house number on the sash in chalk
- [ ] Staff bead off, lower sash out, cords cut
- [ ] Parting bead off, upper sash out
- [ ] Weigh both sashes with their glass
- [ ] Rot cut back to sound wood, new piece scarfed in
- [ ] New cords, weights balanced: lower sash 250 g light, upper 250 g heavy
- [ ] Draught seal in the parting bead

Cut lists and the weights we stock are in the table attached: [sash-weights.pdf](sash-weights.pdf)

Lead paint: anything before 1960 is tested first. Red on the stick means masks, sheets and the vacuum with the yellow band.
`,
      files: ['sash-weights.pdf'],
    },
    {
      by: 'grace',
      text: `# Stairs: setting out

![Sketch of a stair that turns, seen from above](stair-that-turns.png)

The rule that keeps people on their feet: **twice the rise plus the going is between 550 and 700 mm**, and every rise is the same to within 2 mm.

\`\`\`
rise  = floor to floor / number of risers
going = 630 - 2 * rise
pitch = atan(rise / going)      at most 42 degrees
\`\`\`

1. Measure floor to floor in *four* corners. Write down all four.
2. Draw the turn at full size on the floor. The narrow end of a winder is never under 50 mm.
3. The walking line lies 400 mm from the inner handrail.

Ask before you cut a string. A string costs four hundred pounds and a week.
`,
      files: ['stair-that-turns.png'],
    },
  ],
};
