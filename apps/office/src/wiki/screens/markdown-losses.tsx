import { exportMarkdown } from '@kontor/wiki';
import { Download } from 'lucide-react';
import Link from 'next/link';
import { pageAddress } from '../wiki-address.ts';
import type { ScreenProps } from './screen-props.ts';
import screen from './wiki-screen.module.css';

/** What a page loses as Markdown, before it is saved as such. */
export async function MarkdownLosses({ reader, loaded, asked }: ScreenProps) {
  const { office, caller, say } = reader;
  const { page, space } = loaded;
  if (!asked.losses || !page || !space) return null;
  const { losses } = await exportMarkdown.perform(office, { page: page.id }, caller);
  if (losses.length === 0) return null;
  return (
    <div className={screen.careful} role="alert">
      <p>{say('markdown.losses')}</p>
      <ul>
        {losses.map((loss) => (
          <li key={loss}>{say(`markdown.loss.${loss}`)}</li>
        ))}
      </ul>
      <div className={screen.deeds}>
        <a href={`/wiki-data/markdown/${page.id}`} download>
          <Download size={16} aria-hidden />
          {say('markdown.all-the-same')}
        </a>
        <Link href={pageAddress(space.slug, page)}>{say('do.cancel')}</Link>
      </div>
    </div>
  );
}
