/** A text in the two languages of the demo's site. */
export interface Both {
  en: string;
  ar: string;
}
