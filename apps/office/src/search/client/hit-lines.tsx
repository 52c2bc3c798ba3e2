import type { Piece } from '@kontor/search';
import type { HitView } from '../search-view.ts';
import styles from './hit-lines.module.css';

/** A hit in three lines: what it is, where it is, and the passage that fits. */
export function HitLines({ hit, noTitle }: { hit: HitView; noTitle: string }) {
  const { title, detail, when, date, excerpt } = hit;
  return (
    <span className={styles.hit}>
      <span className={styles.first}>
        <span className={styles.title} dir="auto">
          {title.length > 0 ? <Pieces pieces={title} /> : noTitle}
        </span>
        <time className={styles.when} dateTime={date}>
          {when}
        </time>
      </span>
      <span className={styles.detail}>
        {detail.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move
          <span key={at}>
            <bdi>{part}</bdi>
          </span>
        ))}
      </span>
      {excerpt.length > 0 ? (
        <span className={styles.excerpt} dir="auto">
          <Pieces pieces={excerpt} />
        </span>
      ) : null}
    </span>
  );
}

const Pieces = ({ pieces }: { pieces: Piece[] }) =>
  pieces.map(({ text, isMatch }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: they never move
    isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  );
