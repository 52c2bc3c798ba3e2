import Link from 'next/link';
import { Entrance } from '#frame/entrance.tsx';
import { languageHere } from '#language.ts';
import { textsIn } from '#texts/texts.ts';

export default async function OfficeMissing() {
  const words = textsIn(await languageHere());
  return (
    <Entrance firm={null} title={words.missing.title}>
      <p>{words.missing.hint}</p>
      <p>
        <Link href="/mail">{words.back}</Link>
      </p>
    </Entrance>
  );
}
