import type { Colleague } from './answerable.ts';
import { buildMail } from './build-mail.ts';
import { displayName, type Firm } from './message.ts';

interface Reminder {
  id: string;
  name: string;
  text: string;
  receivedAt: number;
  /** Who took it: the reader, or somebody who is not there, for whom admins are told; null for nobody. */
  owner: { name: string; isReader: boolean } | null;
}

interface Words {
  subject(name: string): string;
  yours: string;
  theirs(owner: string): string;
  nobodys: string;
  asked: string;
  look: string;
}

const words: Record<string, Words> = {
  en: {
    subject: (name) => `${name} is waiting for an answer`,
    yours: 'You took this question, and it has waited for more than a working day.',
    theirs: (owner) =>
      `${owner} took this question and is not here; it has waited for more than a working day.`,
    nobodys: 'Nobody has taken this question, and it has waited for more than a working day.',
    asked: 'Asked',
    look: 'Answer it, hand it over or close it in Today:',
  },
  de: {
    subject: (name) => `${name} wartet auf eine Antwort`,
    yours: 'Sie haben diese Anfrage übernommen; sie wartet seit mehr als einem Arbeitstag.',
    theirs: (owner) =>
      `${owner} hat diese Anfrage übernommen und ist nicht da; sie wartet seit mehr als einem Arbeitstag.`,
    nobodys: 'Niemand hat diese Anfrage übernommen; sie wartet seit mehr als einem Arbeitstag.',
    asked: 'Eingegangen',
    look: 'Beantworten, weitergeben oder schließen Sie sie unter „Heute“:',
  },
  ru: {
    subject: (name) => `${name} ждёт ответа`,
    yours: 'Вы взяли это обращение, и оно ждёт дольше рабочего дня.',
    theirs: (owner) =>
      `Ответственный за это обращение, ${owner}, сейчас не на месте; оно ждёт дольше рабочего дня.`,
    nobodys: 'Это обращение никто не взял, и оно ждёт дольше рабочего дня.',
    asked: 'Получено',
    look: 'Ответьте на него, передайте или закройте на странице «Сегодня»:',
  },
  ar: {
    subject: (name) => `${name} في انتظار ردّ`,
    yours: 'تولّيتَ هذا السؤال، وهو ينتظر منذ أكثر من يوم عمل.',
    theirs: (owner) => `هذا السؤال لدى ${owner}، وهو غائب؛ والسؤال ينتظر منذ أكثر من يوم عمل.`,
    nobodys: 'لم يتولَّ أحد هذا السؤال، وهو ينتظر منذ أكثر من يوم عمل.',
    asked: 'وقت السؤال',
    look: 'أجب عنه أو سلّمه لزميل أو أغلقه في صفحة «اليوم»:',
  },
};

/** The mail that says a question is overdue, in the reader's language. */
export function reminderMessage(
  { id, name, text, receivedAt, owner }: Reminder,
  to: Colleague,
  { firm, officeUrl, timeZone, at }: { firm: Firm; officeUrl: string; timeZone: string; at: number },
): Promise<Buffer> {
  const said = words[to.language] ?? (words['en'] as Words);
  const asked = new Intl.DateTimeFormat(to.language, { dateStyle: 'full', timeStyle: 'short', timeZone });
  const lines = [
    owner === null ? said.nobodys : owner.isReader ? said.yours : said.theirs(displayName(owner.name)),
    `${displayName(name)}: ${text.replace(/\s+/g, ' ').slice(0, 300)}`,
    `${said.asked}: ${asked.format(receivedAt)}`,
    `${said.look} ${officeUrl}/`,
  ];
  return buildMail({
    from: { name: firm.name, address: `hello@${firm.domain}` },
    to: { name: to.name, address: to.email },
    subject: said.subject(displayName(name)),
    text: `${lines.join('\n\n')}\n`,
    date: new Date(at),
    messageId: `<reminder-${id}-${to.id}@${firm.domain}>`,
  });
}
