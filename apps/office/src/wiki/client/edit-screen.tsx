'use client';
import type { DocumentJson } from '@kontor/wiki/document';
import dynamic from 'next/dynamic';
import { useEffect, useMemo, useRef, useState } from 'react';
import heard from '#frame/heard.module.css';
import { speak } from '../texts/speak.ts';
import styles from './edit-screen.module.css';
import { useSaving } from './use-saving.ts';

const Editing = dynamic(() => import('../editor/editing.tsx'), { ssr: false, loading: () => <Loading /> });

interface Props {
  language: string;
  /** Who writes. */
  person: string;
  page: string;
  /** Where the page is read. */
  address: string;
  base: number;
  title: string;
  document: DocumentJson;
  /** The text kept aside that is taken up here. */
  aside?: string;
}

/** A page in the editor. Ctrl or ⌘ with S saves and stays, the button saves and leaves, Escape leaves. */
export function EditScreen({ language, ...page }: Props) {
  const say = useMemo(() => speak(language), [language]);
  const { saving, state } = useSaving(page, say);
  const { begun } = state;
  const [asksToLeave, setAsksToLeave] = useState(false);
  const title = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (title.current?.value === say('page.untitled')) title.current.select();
  }, [say]);
  const leave = () => (state.isDirty ? setAsksToLeave(true) : saving.leave());
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole screen
    <div
      className={styles.edit}
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.altKey) return;
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
          event.preventDefault();
          void saving.save('stay');
        }
        if (event.key === 'Escape') leave();
      }}
    >
      <h1 className={heard.heard}>{page.title}</h1>
      <div className={styles.bar}>
        <p role="status" className={styles.state}>
          {state.told}
        </p>
        <button type="button" className={styles.cancel} onClick={leave}>
          {say('do.cancel')}
        </button>
        <button
          type="button"
          className={styles.save}
          aria-keyshortcuts="Control+S Meta+S"
          aria-disabled={state.isSaving}
          onClick={() => void saving.save('leave')}
        >
          {say('do.save')}
        </button>
      </div>
      {state.problem ? (
        <div className={styles.problem} role="alert">
          <p>{state.problem.title}</p>
          <p>{state.problem.hint}</p>
        </div>
      ) : null}
      {asksToLeave ? (
        <div className={styles.ask} role="alert">
          <p>{say('ask.leave')}</p>
          <button type="button" onClick={() => void saving.save('leave')}>
            {say('do.save')}
          </button>
          <button type="button" onClick={saving.discard}>
            {say('do.discard')}
          </button>
        </div>
      ) : null}
      {begun?.isDraft ? (
        <div className={styles.ask}>
          <p role="status">{say('edit.draft')}</p>
          <button type="button" onClick={saving.discard}>
            {say('do.discard')}
          </button>
        </div>
      ) : null}
      {begun ? (
        <>
          <input
            ref={title}
            className={styles.title}
            aria-label={say('edit.title')}
            defaultValue={begun.title}
            maxLength={200}
            dir="auto"
            onChange={(event) => saving.change({ title: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              document.querySelector<HTMLElement>('[contenteditable="true"]')?.focus();
            }}
          />
          <Editing
            page={page.page}
            say={say}
            document={begun.document}
            onChange={(changed) => saving.change({ document: changed })}
            onUpload={saving.tellUpload}
            onEscape={leave}
          />
        </>
      ) : (
        <Loading />
      )}
    </div>
  );
}

/** As tall as the text will be. */
function Loading() {
  return <div className={styles.loading} aria-hidden />;
}
