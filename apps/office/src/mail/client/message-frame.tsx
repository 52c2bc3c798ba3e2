'use client';
import type { MessageView } from '@kontor/mailbox';
import { ImageOff } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { frameSandbox } from '../html/frame-sandbox.ts';
import { type FrameReport, watchFrame } from './frame-watch.ts';
import { useMail } from './mail-hooks.tsx';
import styles from './message-frame.module.css';
import { PlainButton } from './plain-button.tsx';

const nothingYet: FrameReport = { height: 0, keptBack: 0, cut: false };

/** Foreign HTML in its own document, where nothing runs. The page around it measures it (ADR 0040). */
export function MessageFrame({ message, name }: { message: MessageView; name: string }) {
  const { say } = useMail();
  const frame = useRef<HTMLIFrameElement>(null);
  const [pictures, showPictures] = useState(false);
  const [report, setReport] = useState(nothingYet);
  const plain = `/mail-data/frame/${encodeURIComponent(message.id)}`;
  const withPictures = `${plain}?pictures=shown`;
  const frameName = `message-${message.id}`;

  const watch = useCallback(() => {
    if (frame.current) return watchFrame(frame.current, setReport);
  }, []);
  const stop = useRef<(() => void) | undefined>(undefined);
  const onLoad = useCallback(() => {
    stop.current?.();
    stop.current = watch();
  }, [watch]);
  useEffect(() => {
    // It may have loaded before the script did.
    onLoad();
    return () => stop.current?.();
  }, [onLoad]);

  return (
    <div className={styles.body}>
      {report.keptBack > 0 && !pictures && (
        <div className={styles.bar}>
          <ImageOff size={16} aria-hidden="true" />
          <p>{say.counted('pictures.kept-back', report.keptBack)}</p>
          <PlainButton onClick={() => showPictures(true)}>{say('pictures.show')}</PlainButton>
        </div>
      )}
      <noscript>
        <p className={styles.bar}>
          <a href={withPictures} target={frameName}>
            {say('pictures.show')}
          </a>
        </p>
      </noscript>
      {report.cut && <p className={styles.bar}>{say('message.cut')}</p>}
      <iframe
        ref={frame}
        name={frameName}
        className={styles.frame}
        title={say('message.frame', { name })}
        sandbox={frameSandbox}
        referrerPolicy="no-referrer"
        src={pictures ? withPictures : plain}
        onLoad={onLoad}
        style={report.height > 0 ? { blockSize: report.height } : undefined}
        data-measured={report.height > 0 || undefined}
      />
    </div>
  );
}
