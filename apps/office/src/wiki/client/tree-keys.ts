import type { TreeNode } from '@kontor/wiki';
import type { KeyboardEvent } from 'react';
import type { BranchProps } from './branch-props.ts';
import { type Step, stepTarget } from './tree-moves.ts';

const steps: Record<string, Step> = { ArrowUp: 'up', ArrowDown: 'down' };

/** On a page of the tree: arrows walk and fold, with Alt they move the page. In from the right means left. */
export function onTreeKey(event: KeyboardEvent<HTMLElement>, node: TreeNode, props: BranchProps): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
  const isInward = event.key === (isRtl ? 'ArrowLeft' : 'ArrowRight');
  const isOutward = event.key === (isRtl ? 'ArrowRight' : 'ArrowLeft');
  const step = steps[event.key] ?? (isInward ? 'in' : isOutward ? 'out' : null);
  if (!step) return;
  event.preventDefault();
  if (event.altKey) move(step, node, props);
  else if (step === 'in' || step === 'out') fold(step, node, props, event.currentTarget);
  else walk(step, event.currentTarget);
}

function move(step: Step, node: TreeNode, { tree, mayWrite, move: moveTo, setOpen }: BranchProps): void {
  const target = mayWrite ? stepTarget(tree, node.id, step) : null;
  if (!target) return;
  if (step === 'in' && target.parent) setOpen(target.parent, true);
  moveTo(node, target);
  // The row is drawn anew elsewhere: the focus goes with the page.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-page="${node.id}"]`)?.focus());
}

function fold(step: Step, node: TreeNode, { isOpen, setOpen }: BranchProps, link: HTMLElement): void {
  const open = node.children.length > 0 && isOpen(node.id);
  if (step === 'in' && !open) setOpen(node.id, node.children.length > 0);
  else if (step === 'in') walk('down', link);
  else if (open) setOpen(node.id, false);
  else link.closest('ul')?.parentElement?.querySelector<HTMLElement>(':scope > div > [data-page]')?.focus();
}

function walk(step: 'up' | 'down', from: HTMLElement): void {
  const links = [...(from.closest('nav')?.querySelectorAll<HTMLElement>('[data-page]') ?? [])];
  links[links.indexOf(from) + (step === 'up' ? -1 : 1)]?.focus();
}
