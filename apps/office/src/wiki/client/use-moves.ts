'use client';
import type { TreeNode } from '@kontor/wiki';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { Speak } from '../texts/speak.ts';
import { moved, type Target } from './tree-moves.ts';
import { CallProblem, change, whyNot } from './wiki-calls.ts';

interface Move {
  page: string;
  target: Target;
}

export interface Moves {
  tree: TreeNode[];
  /** What became of the last move, for who does not see it. */
  told: string;
  problem: { title: string; hint: string } | null;
  move(page: TreeNode, target: Target): void;
}

/** The tree as it will be: a move is seen at once and asked of the office; what it refuses is as it was. */
export function useMoves(given: TreeNode[], say: Speak): Moves {
  const router = useRouter();
  const [{ kept, asked }, setState] = useState<{ kept: TreeNode[]; asked: Move[] }>({
    kept: given,
    asked: [],
  });
  const [told, setTold] = useState('');
  const [problem, setProblem] = useState<Moves['problem']>(null);
  // One after another: the second is seen against what the first left.
  const last = useRef(Promise.resolve());
  const waiting = useRef(0);
  const isAnswered = useRef(false);
  useEffect(() => {
    setState((before) => (before.asked.length === 0 ? { ...before, kept: given } : before));
  }, [given]);
  const settle = (move: Move, isDone: boolean) =>
    setState((before) => ({
      kept: isDone ? moved(before.kept, move.page, move.target) : before.kept,
      asked: before.asked.filter((one) => one !== move),
    }));
  return {
    tree: asked.reduce((tree, { page, target }) => moved(tree, page, target), kept),
    told,
    problem,
    move({ id: page, title }, target) {
      const move = { page, target };
      setState((before) => ({ ...before, asked: [...before.asked, move] }));
      setProblem(null);
      waiting.current += 1;
      last.current = last.current.then(async () => {
        try {
          await change({ do: 'move', page, ...target });
          settle(move, true);
          setTold(say('tree.moved', { title }));
          isAnswered.current = true;
        } catch (error) {
          settle(move, false);
          setTold('');
          setProblem({ title: say('tree.not-moved', { title }), hint: whyNot(error, say) });
          isAnswered.current ||= error instanceof CallProblem && error.shown !== null;
        }
        waiting.current -= 1;
        if (waiting.current > 0 || !isAnswered.current) return;
        isAnswered.current = false;
        router.refresh();
      });
    },
  };
}
