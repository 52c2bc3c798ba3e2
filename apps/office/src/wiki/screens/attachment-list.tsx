import type { PageView } from '@kontor/wiki';
import { attachmentAddress } from '@kontor/wiki/document';
import { File, TriangleAlert, X } from 'lucide-react';
import { fileSize } from '#dates/dates.ts';
import { isProgram } from '#mail/attachment-kinds.ts';
import type { WikiReader } from '../server/wiki-reader.ts';
import styles from './attachment-list.module.css';
import { DeedForm } from './deed-form.tsx';

interface Props {
  reader: WikiReader;
  page: PageView;
  mayWrite: boolean;
}

/** The files of a page, to save. */
export function AttachmentList({ reader: { say, language }, page, mayWrite }: Props) {
  if (page.attachments.length === 0) return null;
  return (
    <section className={styles.attachments} aria-labelledby="attachments">
      <h2 id="attachments">{say('attachments.title')}</h2>
      <ul>
        {page.attachments.map(({ id, filename, type, size }) => (
          <li key={id}>
            <a href={attachmentAddress(id)} download={filename}>
              <File size={16} aria-hidden />
              <bdi className={styles.name}>{filename}</bdi>
              <span className={styles.size}>{fileSize(size, language)}</span>
            </a>
            {isProgram(filename, type) ? (
              <span className={styles.program}>
                <TriangleAlert size={16} aria-hidden />
                {say('attachments.program')}
              </span>
            ) : null}
            {mayWrite ? (
              <DeedForm deed="remove-file" fields={{ page: page.id, attachment: id }}>
                <button type="submit" aria-label={say('do.remove', { name: filename })}>
                  <X size={16} aria-hidden />
                </button>
              </DeedForm>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
