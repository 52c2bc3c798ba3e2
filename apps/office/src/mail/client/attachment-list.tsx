'use client';
import type { AttachmentInfo, MessageView } from '@kontor/mailbox';
import { Download, File, FileImage, FileText, TriangleAlert } from 'lucide-react';
import { fileSize } from '#dates/dates.ts';
import { isPicture, isProgram } from '../attachment-kinds.ts';
import styles from './attachment-list.module.css';
import { useMail } from './mail-hooks.tsx';

/** What came with a message: pictures are shown small, everything can be saved, nothing is opened here. */
export function AttachmentList({ message }: { message: MessageView }) {
  const { say } = useMail();
  const shown = message.attachments.filter(
    ({ inline, type }) => !(inline && message.hasHtml && isPicture(type)),
  );
  if (shown.length === 0) return null;
  return (
    <section className={styles.attachments} aria-label={say.counted('attachments', shown.length)}>
      <h2>{say.counted('attachments', shown.length)}</h2>
      <ul>
        {shown.map((attachment) => (
          <Attachment key={attachment.part} message={message.id} attachment={attachment} />
        ))}
      </ul>
    </section>
  );
}

function Attachment({ message, attachment }: { message: string; attachment: AttachmentInfo }) {
  const { say } = useMail();
  const { part, name, type, size } = attachment;
  const href = `/mail-data/part/${encodeURIComponent(message)}/${part}`;
  const Icon = isPicture(type) ? FileImage : /^text\/|pdf$/.test(type) ? FileText : File;
  return (
    <li>
      <a className={styles.attachment} href={href} download={name} title={say('attachments.save', { name })}>
        <span className={styles.picture}>
          {isPicture(type) && size < 8_000_000 ? (
            // biome-ignore lint/performance/noImgElement: a person's own attachment, which no optimizer may keep
            <img src={`${href}?show=picture`} alt="" loading="lazy" decoding="async" />
          ) : (
            <Icon size={20} aria-hidden="true" />
          )}
        </span>
        <span className={styles.what}>
          <bdi className={styles.name}>{name}</bdi>
          <span className={styles.size}>{fileSize(size, say.language)}</span>
        </span>
        <Download size={16} aria-hidden="true" className={styles.save} />
      </a>
      {isProgram(name, type) && (
        <p className={styles.risky}>
          <TriangleAlert size={16} aria-hidden="true" /> {say('attachments.risky')}
        </p>
      )}
    </li>
  );
}
