const letter = /^Key([A-Z])$/;
const digit = /^Digit([0-9])$/;

/**
 * The key a shortcut is meant by. A Russian or Arabic layout gives "о" or "ت" where "j" stands on the key: there the
 * key's place counts (UI Events §code), elsewhere what it says, so that a German "z" stays a "z".
 */
export function latinKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (key.length !== 1 || key <= '\u007f') return key;
  const [, placed] = letter.exec(code) ?? [];
  if (placed) return placed.toLowerCase();
  // "№" is what Shift and 3 write where others have "#".
  return digit.exec(code)?.[1] === '3' ? '#' : key;
}
