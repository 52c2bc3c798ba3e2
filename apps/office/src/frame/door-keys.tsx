'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const doors: Record<string, string> = { m: '/mail', w: '/wiki' };

/** "g", then a door's letter. Quiet while somebody types or holds a modifier. */
export function DoorKeys() {
  const router = useRouter();
  useEffect(() => {
    let isLed = false;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const isTyping = target?.closest('input, textarea, select, dialog, [contenteditable="true"]');
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const door = isLed ? doors[event.key] : undefined;
      isLed = event.key === 'g';
      if (!door || event.defaultPrevented) return;
      event.preventDefault();
      router.push(door);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [router]);
  return null;
}
