import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { languageHere } from '#language.ts';
import { MailScreen } from '#mail/client/mail-screen.tsx';
import { readPlace } from '#mail/mail-address.ts';
import { mailScreen } from '#mail/server/mail-screen.ts';
import { readDone } from '#mail/server/plain-undo.ts';
import { getOffice } from '#office.ts';
import { currentPerson } from '#session.ts';
import { textsIn } from '#texts/texts.ts';

interface Args {
  params: Promise<{ place?: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsIn(await languageHere()).doors.mail };
}

const one = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' ? value : null;

export default async function MailPage({ params, searchParams }: Args) {
  const { place: parts = [] } = await params;
  const query = await searchParams;
  const { after, done, undo, refused } = query;
  const path = ['/mail', ...parts].join('/');
  const named = ['show', 'draft', 'write', 'message'].flatMap((name) => {
    const value = one(query[name]);
    return value === null ? [] : [[name, value]];
  });
  const search = named.length > 0 ? `?${new URLSearchParams(named)}` : '';
  const { person, caller } = await currentPerson(`${path}${search}`);
  const language = await languageHere();
  const asked = {
    place: readPlace(path, search),
    after: one(after),
    done: readDone(one(done), one(undo)),
    refused: one(refused),
  };
  const reader = { caller, me: person.email, language, timeZone: person.timeZone };
  const data = await mailScreen(await getOffice(), asked, reader);
  if (!data) notFound();
  return <MailScreen data={data} />;
}
