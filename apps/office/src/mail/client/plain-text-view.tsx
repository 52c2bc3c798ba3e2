'use client';
import { textBlocks, textPieces } from '../plain-text.ts';
import { useMail } from './mail-hooks.tsx';
import styles from './message-card.module.css';

/** A message without HTML, in the office's own reading type. */
export function PlainText({ text, isCut }: { text: string; isCut: boolean }) {
  const { say } = useMail();
  const blocks = textBlocks(text);
  if (blocks.length === 0 && !isCut) return <p className={styles.nothing}>{say('message.empty')}</p>;
  const onlyQuoted = blocks.every(({ kind }) => kind === 'quoted');
  return (
    <div className={styles.text}>
      {isCut && <p className={styles.nothing}>{say('message.cut')}</p>}
      {blocks.map((block, index) =>
        block.kind === 'quoted' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes
          <details key={index} className={styles.quoted} open={onlyQuoted}>
            <summary>{say('message.quoted')}</summary>
            <Lines text={block.text.replace(/^> ?/gm, '')} />
          </details>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes
          <Lines key={index} text={block.text} />
        ),
      )}
    </div>
  );
}

function Lines({ text }: { text: string }) {
  return (
    <div className={styles.lines} dir="auto">
      {textPieces(text).map((piece, index) =>
        piece.kind === 'text' ? (
          piece.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes
          <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        ),
      )}
    </div>
  );
}
