import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { currentPerson } from '#session.ts';
import { WikiScreen } from '#wiki/screens/wiki-screen.tsx';
import { loadPlace } from '#wiki/server/load-place.ts';
import { readAsked } from '#wiki/server/wiki-asked.ts';
import { speak } from '#wiki/texts/speak.ts';

interface Args {
  params: Promise<{ place?: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: speak(await languageHere())('wiki.title') };
}

export default async function WikiPage({ params, searchParams }: Args) {
  const asked = readAsked((await params).place ?? [], await searchParams);
  const { person, caller } = await currentPerson(asked.path);
  if (!asked.place) notFound();
  const language = await languageHere();
  const reader = { office: await getOffice(), caller, person, language, say: speak(language) };
  const loaded = await loadPlace(reader, asked.place, asked);
  if ('redirect' in loaded) redirect(loaded.redirect);
  return <WikiScreen reader={reader} loaded={loaded} asked={asked} />;
}
