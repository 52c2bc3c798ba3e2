'use client';
import type { Speak } from '../texts/speak.ts';
import styles from './editor.module.css';
import type { SlashMenu } from './slash.ts';

const tallest = 320;

/** The menu behind "/", below it or, near the lower edge, above it. The focus stays in the text. */
export function SlashList({ menu, say }: { menu: SlashMenu; say: Speak }) {
  const { tools, index, place, choose } = menu;
  if (!place) return null;
  const isLow = place.bottom + tallest > window.innerHeight && place.top > tallest;
  const isRtl = document.documentElement.dir === 'rtl';
  const side = isRtl
    ? { right: Math.max(8, window.innerWidth - place.right) }
    : { left: Math.min(place.left, window.innerWidth - 248) };
  const edge = isLow ? { bottom: window.innerHeight - place.top + 4 } : { top: place.bottom + 4 };
  return (
    <div
      id="slash-menu"
      role="listbox"
      aria-label={say('tool.menu')}
      className={styles.menu}
      style={{ ...side, ...edge }}
    >
      {tools.length === 0 ? <p>{say('tool.none')}</p> : null}
      {tools.map((tool, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus and names the option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text's own keys choose
        <div
          key={tool.name}
          id={`slash-${tool.name}`}
          role="option"
          aria-selected={at === index}
          ref={(element) => {
            if (at === index) element?.scrollIntoView({ block: 'nearest' });
          }}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(tool)}
        >
          {say(tool.name)}
        </div>
      ))}
    </div>
  );
}
