import type { PageView } from '@kontor/wiki';
import { documentHtml } from '@kontor/wiki/document';
import { History, Pencil } from 'lucide-react';
import Link from 'next/link';
import { exactDate, shortDate } from '#dates/dates.ts';
import { PageKeys } from '../client/page-keys.tsx';
import { personNames } from '../server/names.ts';
import type { Speak } from '../texts/speak.ts';
import { pageAddress } from '../wiki-address.ts';
import { AttachmentList } from './attachment-list.tsx';
import { DeedForm } from './deed-form.tsx';
import { MarkdownLosses } from './markdown-losses.tsx';
import { PageMenu } from './page-menu.tsx';
import styles from './page-shown.module.css';
import { PathAbove } from './path-above.tsx';
import prose from './prose.module.css';
import type { ScreenProps } from './screen-props.ts';
import screen from './wiki-screen.module.css';

/** A page to read: its HTML is made here, from the document as it is kept. */
export async function PageShown(props: ScreenProps) {
  const { reader, loaded } = props;
  const { office, say, language, person } = reader;
  const { page, space } = loaded;
  if (!page || !space) return null;
  const names = await personNames(office, [page.author, ...page.asides.map(({ author }) => author)]);
  const nameOf = (id: string | null) => names.get(id ?? '') ?? say('page.somebody');
  const moment = { language, timeZone: person.timeZone, now: office.clock.now() };
  const when = (at: number) => shortDate(new Date(at).toISOString(), moment);
  const html = documentHtml(page.document, {
    pictureElsewhere: say('page.picture-elsewhere'),
    done: say('page.done'),
    open: say('page.open'),
  });
  const isNewest = page.version === page.newest;
  const mayWrite = space.may !== 'read' && page.trashedAt === null;
  const edit = pageAddress(space.slug, page, 'edit');
  const history = pageAddress(space.slug, page, 'history');
  return (
    <article className={styles.page}>
      {mayWrite && isNewest ? <PageKeys edit={edit} /> : null}
      <PathAbove {...{ reader, space, tree: loaded.tree, page: page.id }} />
      <header className={styles.head}>
        <h1 dir="auto">{page.title}</h1>
        <div className={styles.tools}>
          {mayWrite && isNewest ? (
            <Link className={styles.edit} href={edit} aria-keyshortcuts="e" prefetch={false}>
              <Pencil size={16} aria-hidden />
              {say('do.edit')}
            </Link>
          ) : null}
          <PageMenu {...{ reader, space, page, mayWrite }} />
        </div>
      </header>
      <p className={styles.by}>
        <Link href={history} prefetch={false} title={exactDate(new Date(page.at).toISOString(), moment)}>
          <History size={16} aria-hidden />
          <bdi>{say('page.by', { name: nameOf(page.author), when: when(page.at) })}</bdi>
        </Link>
      </p>
      <MarkdownLosses {...props} />
      {isNewest ? null : (
        <div className={screen.notice}>
          <p>{say('page.old', { number: page.version })}</p>
          <p className={screen.deeds}>
            <Link href={pageAddress(space.slug, page)}>{say('do.newest')}</Link>
            {mayWrite ? (
              <DeedForm
                deed="restore-version"
                fields={{ page: page.id, version: page.version, base: page.newest }}
              >
                <button type="submit">{say('do.restore')}</button>
              </DeedForm>
            ) : null}
          </p>
        </div>
      )}
      {page.trashedAt === null ? null : <InTrash {...{ say, page }} />}
      {page.asides.map(({ id, base, author, at }) => (
        <div key={id} className={screen.careful}>
          <p>{say('page.aside', { name: nameOf(author), base, when: when(at) })}</p>
          <div className={screen.deeds}>
            <Link href={`${history}?from=${page.newest}&aside=${id}`} prefetch={false}>
              {say('do.compare')}
            </Link>
            <Link href={`${edit}?aside=${id}`} prefetch={false}>
              {say('do.take-up')}
            </Link>
            <DeedForm deed="drop-aside" fields={{ page: page.id, aside: id }}>
              <button type="submit">{say('do.let-go')}</button>
            </DeedForm>
          </div>
        </div>
      ))}
      {html === '<p dir="auto"><br></p>' ? (
        <p className={styles.nothing}>{say('empty.page')}</p>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by documentHtml, which escapes everything
        <div className={prose.prose} dangerouslySetInnerHTML={{ __html: html }} />
      )}
      <AttachmentList {...{ reader, page, mayWrite }} />
    </article>
  );
}

/** What went there with a page above it comes back with that one. */
function InTrash({ say, page: { id, trashedWith: above } }: { say: Speak; page: PageView }) {
  return (
    <div className={screen.careful}>
      <p>{above ? say('page.trashed-above', { title: above.title }) : say('page.trashed')}</p>
      <DeedForm deed="restore" fields={{ page: above?.id ?? id }} className={screen.deeds}>
        <button type="submit">
          {above ? say('do.restore-above', { title: above.title }) : say('do.restore')}
        </button>
      </DeedForm>
    </div>
  );
}
