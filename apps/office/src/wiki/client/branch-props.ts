import type { SpaceView, TreeNode } from '@kontor/wiki';
import type { Speak } from '../texts/speak.ts';
import type { Target } from './tree-moves.ts';

export interface BranchProps {
  nodes: readonly TreeNode[];
  tree: readonly TreeNode[];
  parent: string | null;
  space: SpaceView;
  current: string | null;
  say: Speak;
  mayWrite: boolean;
  isOpen(id: string): boolean;
  setOpen(id: string, open: boolean): void;
  move(page: TreeNode, target: Target): void;
}
