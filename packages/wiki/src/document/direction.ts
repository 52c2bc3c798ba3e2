const strong = /[\p{L}]/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The direction of a text by its first letter (UAX 9, P2 and P3), as `dir="auto"` finds it; null where there is none. */
export function directionOf(text: string): 'ltr' | 'rtl' | null {
  const first = strong.exec(text)?.[0];
  if (first === undefined) return null;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}
