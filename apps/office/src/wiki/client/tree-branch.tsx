'use client';
import type { TreeNode } from '@kontor/wiki';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { type DragEvent, useState } from 'react';
import { pageAddress } from '../wiki-address.ts';
import type { BranchProps } from './branch-props.ts';
import { onTreeKey } from './tree-keys.ts';
import { dropTarget, type Place } from './tree-moves.ts';
import styles from './tree-pane.module.css';

/** Siblings with what hangs below them. */
export function TreeBranch(props: BranchProps) {
  const { nodes, parent } = props;
  if (nodes.length === 0) return null;
  return (
    <ul className={styles.pages} data-top={parent === null || undefined}>
      {nodes.map((node) => (
        <Leaf key={node.id} {...props} node={node} />
      ))}
    </ul>
  );
}

/** A drag says nothing of what it carries until it is dropped. */
let dragged: TreeNode | null = null;

function Leaf(props: BranchProps & { node: TreeNode }) {
  const { node, tree, space, current, say, mayWrite, isOpen, setOpen, move } = props;
  const [over, setOver] = useState<Place | null>(null);
  const open = node.children.length > 0 && isOpen(node.id);
  const drop = (place: Place) => {
    if (!dragged || dragged.id === node.id) return;
    if (place === 'into') setOpen(node.id, true);
    move(dragged, dropTarget(tree, dragged.id, node.id, place));
  };
  return (
    <li>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a drag is one of two ways, the keys are the other */}
      <div
        className={styles.row}
        data-over={over ?? undefined}
        onDragOver={(event) => {
          if (!dragged) return;
          event.preventDefault();
          setOver(placeAt(event));
        }}
        onDragLeave={() => setOver(null)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(null);
          drop(placeAt(event));
        }}
      >
        {node.children.length > 0 ? (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={open}
            aria-label={say(open ? 'do.close-below' : 'do.open-below', { title: node.title })}
            onClick={() => setOpen(node.id, !open)}
          >
            <ChevronRight size={16} aria-hidden />
          </button>
        ) : (
          <span className={styles.fold} />
        )}
        <Link
          className={styles.page}
          dir="auto"
          href={pageAddress(space.slug, node)}
          data-page={node.id}
          aria-current={node.id === current ? 'page' : undefined}
          aria-keyshortcuts={mayWrite ? 'Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight' : undefined}
          prefetch={false}
          draggable={mayWrite}
          onDragStart={(event) => {
            dragged = node;
            event.dataTransfer.effectAllowed = 'move';
          }}
          onDragEnd={() => {
            dragged = null;
          }}
          onKeyDown={(event) => onTreeKey(event, node, props)}
        >
          {node.title}
        </Link>
      </div>
      {open ? <TreeBranch {...props} nodes={node.children} parent={node.id} /> : null}
    </li>
  );
}

/** The upper and the lower quarter are between pages, the middle is below this one. */
function placeAt(event: DragEvent<HTMLElement>): Place {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const part = (event.clientY - top) / height;
  return part < 0.25 ? 'before' : part > 0.75 ? 'after' : 'into';
}
