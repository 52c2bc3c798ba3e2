import { readAside } from '@kontor/wiki';
import { EditScreen } from '../client/edit-screen.tsx';
import { pageAddress } from '../wiki-address.ts';
import type { ScreenProps } from './screen-props.ts';

/** A page in the editor: as it is, or with the text that somebody's save was kept aside as. */
export async function EditView({ reader, loaded, asked }: ScreenProps) {
  const { office, caller, language } = reader;
  const { page, space } = loaded;
  if (!page || !space) return null;
  const aside = asked.aside
    ? await readAside.perform(office, { page: page.id, aside: asked.aside }, caller).catch(() => null)
    : null;
  const { title, document } = aside ?? page;
  return (
    <EditScreen
      key={`${page.id} ${page.newest}`}
      language={language}
      person={reader.person.id}
      page={page.id}
      address={pageAddress(space.slug, page)}
      base={page.newest}
      title={title}
      document={document}
      {...(aside && asked.aside ? { aside: asked.aside } : {})}
    />
  );
}
