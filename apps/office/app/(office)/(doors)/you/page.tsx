import { locales, officeLanguages } from '@kontor/core';
import type { Metadata } from 'next';
import { languageHere } from '#language.ts';
import { currentPerson } from '#session.ts';
import { textsIn } from '#texts/texts.ts';
import { PasswordForm } from '#you/password-form.tsx';
import { SettingsForm } from '#you/settings-form.tsx';
import styles from '#you/you.module.css';

const labelOf = new Map(locales.map(({ code, label }) => [code, label]));

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsIn(await languageHere()).you.title };
}

export default async function YouPage() {
  const { person } = await currentPerson('/you');
  const language = await languageHere();
  const words = textsIn(language);
  // Each by its own name: who cannot read this page still finds the way to one that they can.
  const languages = officeLanguages.map((code) => ({ code, label: labelOf.get(code) ?? code }));
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return (
    <div className={styles.you}>
      <h1 dir="auto">{person.name}</h1>
      <p className={styles.address} dir="ltr">
        {person.email}
      </p>
      <SettingsForm
        words={words}
        language={language}
        languages={languages}
        timeZone={person.timeZone}
        zones={zones}
        awayFrom={person.awayFrom}
        awayUntil={person.awayUntil}
      />
      <h2>{words.you.password}</h2>
      <PasswordForm words={words} />
    </div>
  );
}
