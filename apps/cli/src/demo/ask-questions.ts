import { receiveInquiry, takeInquiry } from '@kontor/inquiries';
import { findPersonByEmail } from '@kontor/people';
import type { Office } from '@kontor/suite';

interface Asked {
  key: string;
  hoursAgo: number;
  name: string;
  email: string;
  phone?: string;
  language: string;
  page: string;
  text: string;
  /** Who took it. */
  owner?: string;
}

/** What visitors of the website have asked lately, and who sees to it. */
const questions: Asked[] = [
  {
    key: 'question-oak-stairs',
    hoursAgo: 75,
    name: 'Harriet Colville',
    email: 'harriet.colville@millpond.example',
    phone: '01632 960771',
    language: 'en',
    page: '/services/staircases',
    text: 'We are opening up a mill loft in Ashcombe and need a closed-string oak staircase, 2.9 m rise, with a quarter landing. Could somebody come to measure before the plasterers start on the 14th?',
  },
  {
    key: 'question-altbau-fenster',
    hoursAgo: 30,
    name: 'Jürgen Pohl',
    email: 'juergen.pohl@werkhaus.example',
    language: 'en',
    page: '/services/sash-windows',
    text: 'Guten Tag, wir sanieren ein Haus von 1894 mit elf Schiebefenstern. Reparieren Sie die alten Rahmen auch mit neuem Isolierglas, und was kostet ein Fenster ungefähr?',
    owner: 'marta',
  },
  {
    key: 'question-arabic-door',
    hoursAgo: 5,
    name: 'ليلى منصور',
    email: 'layla.mansour@bayt.example',
    language: 'ar',
    page: '/ar/services',
    text: 'السلام عليكم، نحتاج بابًا خشبيًا للمدخل الرئيسي بمقاس ١١٠ × ٢٤٠ سم مع إطار منقوش. هل تصنعونه، وكم يستغرق العمل؟',
  },
  {
    key: 'question-bookcase',
    hoursAgo: 2,
    name: 'Rosalind Achebe',
    email: 'ros@achebe.example',
    language: 'en',
    page: '/contact',
    text: 'Do you make fitted bookcases for alcoves that are not square? Ours is 40 mm wider at the top.',
  },
];

const hour = 60 * 60 * 1000;

/** Asks through the same action that the site's form ends in; what was asked already stays as it is. */
export async function askQuestions(office: Office, now: number): Promise<void> {
  for (const { key, hoursAgo, owner, phone = '', ...asked } of questions) {
    const inquiry = { ...asked, key, phone, receivedAt: now - hoursAgo * hour };
    await receiveInquiry.perform(office, inquiry, { via: 'site', person: null });
    if (!owner) continue;
    const person = await findPersonByEmail(office.payload, `${owner}@brightwater.example`);
    const caller = person && { id: person.id, role: person.role, groups: person.groups };
    await takeInquiry.perform(office, { inquiry: key }, { via: 'cli', person: caller });
  }
}
