export interface FrameReport {
  /** CSS pixels that the message needs. */
  height: number;
  /** Pictures elsewhere that were not loaded. */
  keptBack: number;
  cut: boolean;
}

/** A message may be long, but not without end: past this it scrolls in its own frame. */
const tallest = 30_000;
const narrowest = 0.45;

/** Measures the document in a frame now and whenever it changes; nothing in it runs, we only look. */
export function watchFrame(frame: HTMLIFrameElement, report: (found: FrameReport) => void): () => void {
  const inside = frame.contentDocument;
  const mail = inside?.getElementById('mail');
  if (!inside || !mail) return () => {};
  const root = inside.documentElement;
  const keptBack = Number(root.dataset['keptBack'] ?? 0);
  const cut = root.dataset['cut'] === 'true';
  let known = 0;
  const measure = () => {
    fitWidth(root, mail);
    const height = Math.min(Math.ceil(mail.getBoundingClientRect().height) + 1, tallest);
    // A pixel more or less is rounding; following it would never end.
    if (Math.abs(height - known) < 2) return;
    known = height;
    report({ height, keptBack, cut });
  };
  const observer = new ResizeObserver(() => requestAnimationFrame(measure));
  observer.observe(mail);
  observer.observe(frame);
  // Keys pressed while the focus is in the message are meant for the office.
  const passOn = (event: KeyboardEvent) => {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
    const copy = new KeyboardEvent('keydown', {
      key,
      code,
      ctrlKey,
      metaKey,
      altKey,
      shiftKey,
      bubbles: true,
    });
    frame.dispatchEvent(copy);
  };
  inside.addEventListener('keydown', passOn);
  measure();
  return () => {
    observer.disconnect();
    inside.removeEventListener('keydown', passOn);
  };
}

/** A message made for a wide screen is drawn smaller until it fits, as telephones do. */
function fitWidth(root: HTMLElement, mail: HTMLElement): void {
  root.style.zoom = '1';
  const room = root.clientWidth;
  const needed = mail.scrollWidth;
  if (room > 0 && needed > room + 1) root.style.zoom = String(Math.max(narrowest, room / needed));
}
