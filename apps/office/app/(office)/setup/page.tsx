import { locales } from '@kontor/core';
import { isSetUp, setUpPurpose } from '@kontor/people';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Entrance } from '#frame/entrance.tsx';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { SetUpForm } from '#set-up/set-up-form.tsx';
import { textsIn } from '#texts/texts.ts';

interface Args {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsIn(await languageHere()).setUp.title };
}

export default async function SetUpPage({ searchParams }: Args) {
  const { token } = await searchParams;
  const office = await getOffice();
  if (await isSetUp(office)) redirect('/login');
  const language = await languageHere();
  const words = textsIn(language);
  if (typeof token !== 'string' || !(await office.tokens.isGood(setUpPurpose, token))) {
    return (
      <Entrance firm={null} title={words.setUp.linkNotGood}>
        <p>{words.setUp.linkNotGoodHint}</p>
      </Entrance>
    );
  }
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  // The reader's own language stands first: most firms begin with it.
  const own = locales.filter(({ code }) => code === language);
  const others = locales.filter(({ code }) => code !== language);
  const languages = [...own, ...others].map(({ code, label }) => ({ code, label }));
  return (
    <Entrance firm={null} title={words.setUp.title} lead={words.setUp.lead}>
      <SetUpForm token={token} words={words} language={language} languages={languages} zones={zones} />
    </Entrance>
  );
}
