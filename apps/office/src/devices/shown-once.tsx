'use client';
import { configuration, fileName, type Tunnel } from '@kontor/tunnels/configuration';
import { Download, KeyRound } from 'lucide-react';
import { useEffect, useRef } from 'react';
import form from '#form/form.module.css';
import { fill } from '#texts/speak.ts';
import styles from './devices.module.css';
import { longestCode, QrCode } from './qr-code.tsx';
import { StayGuard } from './stay-guard.tsx';
import type { DeviceTexts } from './texts/device-texts.ts';

interface ShownOnceProps {
  words: DeviceTexts;
  device: string;
  tunnel: Tunnel;
  privateKey: string;
  isOpen: boolean;
}

/** The configuration of a device just added, as a code and as a file. Nothing here asks the server for anything. */
export function ShownOnce({ words, device, tunnel, privateKey, isOpen }: ShownOnceProps) {
  const { made } = words;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const text = configuration(tunnel, privateKey);
  const file = fileName(device);
  return (
    <div className={styles.made}>
      <h1 ref={title} tabIndex={-1} dir="auto">
        {fill(made.title, { device })}
      </h1>
      <p className={styles.note} data-tone="careful" role="status">
        <KeyRound size={20} aria-hidden />
        <span>{made.once}</span>
      </p>
      {isOpen ? null : <p>{made.waiting}</p>}
      <div className={styles.ways}>
        <section className={styles.way}>
          <h2>{made.phone}</h2>
          {text.length <= longestCode ? (
            <>
              <QrCode text={text} label={fill(made.code, { device })} />
              <p>{made.phoneHow}</p>
            </>
          ) : (
            <p>{made.tooLong}</p>
          )}
        </section>
        <section className={styles.way}>
          <h2>{made.computer}</h2>
          <p>{made.computerHow}</p>
          {/* In the page itself: it is fetched from nowhere, so nothing on the way can keep it. */}
          <a
            className={form.send}
            href={`data:text/plain;charset=us-ascii;base64,${btoa(text)}`}
            download={file}
            data-file
          >
            <Download size={16} aria-hidden /> {fill(made.download, { file })}
          </a>
          <details className={styles.text}>
            <summary>{made.text}</summary>
            <pre dir="ltr">{text}</pre>
          </details>
        </section>
      </div>
      <a className={styles.plain} href="/devices" data-taken>
        {made.done}
      </a>
      <StayGuard words={made} />
    </div>
  );
}
