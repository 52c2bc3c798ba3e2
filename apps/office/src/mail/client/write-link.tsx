'use client';
import type { ReactNode } from 'react';
import type { Writing } from '../letter/letter-data.ts';
import { useMail, useMailState } from './mail-hooks.tsx';
import { followLink } from './plain-click.ts';

interface Props {
  writing: Writing;
  className?: string | undefined;
  label?: string;
  children: ReactNode;
}

/** Leads to where something is written: an address like every other, so that it works before the script is there. */
export function WriteLink({ writing, className, label, children }: Props) {
  const { store } = useMail();
  // The path is of the place: it changes with it.
  useMailState((state) => state.place);
  return (
    <a
      className={className}
      href={store.pathToWrite(writing)}
      aria-label={label}
      title={label}
      onClick={followLink(() => store.write(writing))}
    >
      {children}
    </a>
  );
}
