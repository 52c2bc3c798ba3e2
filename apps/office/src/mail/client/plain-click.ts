import type { MouseEvent } from 'react';

/** A link that the screen follows itself; with a modifier or another button the browser does what it always does. */
export const followLink =
  (follow: () => void) =>
  (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    follow();
  };
