'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 5000;

/** Who is connected changes while one looks: the page is drawn anew now and then, as long as it is seen. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
