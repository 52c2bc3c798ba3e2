'use client';
import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import '#frame/style-nonce.ts';
import { useEffect, useState } from 'react';
import { followLink } from '#mail/client/plain-click.ts';
import { speakSearch } from '../texts/speak.ts';

/** Loaded when it is first wanted. */
const SearchBox = dynamic(() => import('./search-box.tsx').then((module) => module.SearchBox), {
  ssr: false,
});

interface Props {
  language: string;
  className: string | undefined;
  current: 'page' | undefined;
}

/** The way to search: a link to its page, which with the script opens the box; so do ⌘K, Ctrl+K and "/". */
export function SearchDoor({ language, className, current }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isSearchKey(event)) return;
      event.preventDefault();
      setWasOpen(true);
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const open = () => {
    setWasOpen(true);
    setOpen(true);
  };
  return (
    <>
      <Link
        className={className}
        href="/search"
        aria-current={current}
        aria-keyshortcuts="Meta+K Control+K /"
        title="⌘K, Ctrl+K, /"
        onClick={followLink(open)}
      >
        <Search size={20} aria-hidden />
        {speakSearch(language)('open')}
      </Link>
      {wasOpen ? <SearchBox language={language} isOpen={isOpen} onOpenChange={setOpen} /> : null}
    </>
  );
}

function isSearchKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.isComposing) return false;
  const { key, metaKey, ctrlKey, shiftKey, target } = event;
  if (metaKey || ctrlKey) return key.toLowerCase() === 'k' && !shiftKey;
  return key === '/' && !isTyping(target);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, dialog, [role="dialog"]') !== null);
