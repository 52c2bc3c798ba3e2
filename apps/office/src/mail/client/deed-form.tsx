'use client';
import type { ReactNode } from 'react';
import type { Deed } from '../mail-screen-data.ts';
import { useMail } from './mail-hooks.tsx';

interface Props {
  deed: Deed;
  folder: string;
  thread: string;
  /** Folder id, for "move". */
  to?: string;
  label: string;
  className?: string | undefined;
  pressed?: boolean;
  children: ReactNode;
  onDone?: () => void;
}

/** A button that does one deed to a conversation: a plain form before the script is there, at once after it. */
export function DeedForm({ deed, folder, thread, to, label, className, pressed, children, onDone }: Props) {
  const { store } = useMail();
  return (
    <form
      method="post"
      action="/mail-data/change"
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        store.act(deed, thread, to);
        onDone?.();
      }}
    >
      <input type="hidden" name="deed" value={deed} />
      <input type="hidden" name="folder" value={folder} />
      <input type="hidden" name="thread" value={thread} />
      {to && <input type="hidden" name="to" value={to} />}
      <button type="submit" aria-label={label} title={label} aria-pressed={pressed}>
        {children}
      </button>
    </form>
  );
}
