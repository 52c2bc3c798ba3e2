import type { Metadata } from 'next';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { SearchPage } from '#search/search-page.tsx';
import { searchPath } from '#search/search-view.ts';
import { readKind, searchHere } from '#search/server/search-here.ts';
import { speakSearch } from '#search/texts/speak.ts';
import { currentPerson } from '#session.ts';

interface Args {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: speakSearch(await languageHere())('title') };
}

export default async function Search({ searchParams }: Args) {
  const { q, kind: asked } = await searchParams;
  const typed = typeof q === 'string' ? q : '';
  const kind = readKind(asked);
  const { person, caller } = await currentPerson(searchPath(typed.slice(0, 500), kind));
  const language = await languageHere();
  const reader = { caller, language, timeZone: person.timeZone };
  const view = await searchHere(await getOffice(), { typed, kind, show: kind ? 50 : 10 }, reader);
  return <SearchPage view={view} kind={kind} language={language} />;
}
