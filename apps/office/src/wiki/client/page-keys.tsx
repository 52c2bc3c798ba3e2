'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** On a page that is read, "e" edits it. Quiet while somebody types or holds a modifier. */
export function PageKeys({ edit }: { edit: string }) {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'e' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
        return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('input, textarea, select, dialog, [contenteditable="true"]')) return;
      event.preventDefault();
      router.push(edit);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [edit, router]);
  return null;
}
