import { isSetUp } from '@kontor/people';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { firmHere } from '#firm-look.ts';
import { Entrance } from '#frame/entrance.tsx';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { personHere } from '#session.ts';
import { ownPath } from '#sign-in/own-path.ts';
import { SignInForm } from '#sign-in/sign-in-form.tsx';
import { textsIn } from '#texts/texts.ts';

interface Args {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsIn(await languageHere()).signIn.title };
}

export default async function LoginPage({ searchParams }: Args) {
  const { to: wanted, 'signed-out': signedOut } = await searchParams;
  const to = ownPath(wanted);
  if (await personHere()) redirect(to);
  const language = await languageHere();
  const words = textsIn(language);
  const firm = await firmHere(language);
  if (!(await isSetUp(await getOffice()))) {
    return (
      <Entrance firm={null} title={words.signIn.notSetUp}>
        <p>{words.signIn.notSetUpHint}</p>
      </Entrance>
    );
  }
  return (
    <Entrance firm={firm?.name ?? null} title={words.signIn.title} lead={words.signIn.lead}>
      {signedOut === undefined ? null : <p role="status">{words.signIn.signedOut}</p>}
      <SignInForm to={to} words={words} />
      <p>{words.signIn.lost}</p>
    </Entrance>
  );
}
