/** What Meilisearch puts around a match: characters for private use, which no text that is indexed has. */
export const mark = { begin: '\u{E000}', end: '\u{E001}' } as const;

// Control characters, those for private use, and those that turn the direction of what follows.
const strange = /[\p{Cc}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]/gu;
const softened = { ё: 'е', Ё: 'Е' } as const;

/** A text as it goes into the index: without what is not text, and with one spelling of what people write in two. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(strange, ' ')
    // Russian is mostly written without its dots, and short words are found only as they are spelt.
    .replace(/[ёЁ]/g, (letter) => softened[letter as keyof typeof softened]);

/** For comparing without an index: neither case nor accents matter. */
export const foldWord = (word: string): string =>
  word.toWellFormed().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');

export const hasWords = (title: string, words: readonly string[]): boolean => {
  const folded = foldWord(title);
  return words.every((word) => folded.includes(word));
};
