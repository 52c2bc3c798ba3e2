import type { Outcome } from '#queue/outgoing.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

const languages: Record<string, typeof en> = { en, ar, de, ru };

interface Told {
  kind: 'failed' | 'delayed';
  about: readonly Outcome[];
  subject: string;
}

export interface ReportWords {
  from: string;
  subject(kind: Told['kind'], of: string): string;
  text(told: Told): string;
}

/** What a sender is told when something did not get through, in their language or English. */
export function reportWords(language: string): ReportWords {
  const words = languages[language] ?? en;
  return {
    from: words.from,
    subject: (kind, of) => fill(kind === 'failed' ? words.notSent : words.late, of || words.noSubject),
    text({ kind, about, subject }) {
      const each = about.map(({ address, why = 'not-taken', answer }) =>
        [`${address}: ${words.reasons[why]}`, ...(answer ? [`    ${answer}`] : [])].join('\n'),
      );
      const [opening, closing] =
        kind === 'failed' ? [words.failedText, words.failedEnd] : [words.lateText, words.lateEnd];
      return `${[fill(opening, subject || words.noSubject), ...each, closing].join('\n\n')}\n`;
    },
  };
}

const fill = (text: string, subject: string): string => text.replace('{subject}', () => subject);
