'use client';
import type { SpaceView, TreeNode } from '@kontor/wiki';
import { ArrowLeft, Plus, Settings, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import heard from '#frame/heard.module.css';
import { speak } from '../texts/speak.ts';
import { spaceAddress } from '../wiki-address.ts';
import { ImportButton } from './import-button.tsx';
import { ProblemBox } from './problem-box.tsx';
import { TreeBranch } from './tree-branch.tsx';
import { above } from './tree-moves.ts';
import styles from './tree-pane.module.css';
import { useMoves } from './use-moves.ts';
import { change } from './wiki-calls.ts';

interface Props {
  language: string;
  space: SpaceView;
  tree: TreeNode[];
  current: string | null;
  isSpace: boolean;
}

/** Next makes the pane anew for each page; what somebody opened or shut in this tab stays so. */
const foldsOf = new Map<string, ReadonlyMap<string, boolean>>();

/** The pages of a space: links that fold, move by drag, and by Alt with the arrow keys. */
export function TreePane({ language, space, tree: given, current, isSpace }: Props) {
  const say = useMemo(() => speak(language), [language]);
  const { tree, told, problem, move } = useMoves(given, say);
  // What somebody opened or shut; the rest is open where the page that is read lies below it.
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(() => foldsOf.get(space.id) ?? new Map());
  const router = useRouter();
  const path = usePathname();
  const pane = useRef<HTMLElement>(null);
  const mayWrite = space.may !== 'read';
  const needed = new Set(above(tree, current));
  const isOpen = (id: string) => folds.get(id) ?? (needed.has(id) || tree.some((node) => node.id === id));
  const setOpen = (id: string, open: boolean) => {
    const next = new Map(folds).set(id, open);
    foldsOf.set(space.id, next);
    setFolds(next);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: for the page that is opened, not for each fold
  useEffect(() => {
    pane.current?.querySelector('[data-page][aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const trash = spaceAddress(space.slug, 'trash');
  const settings = spaceAddress(space.slug, 'settings');
  return (
    <nav
      ref={pane}
      className={styles.pane}
      data-part="tree"
      aria-label={say('wiki.pages', { space: space.name })}
    >
      <Link className={styles.up} href="/wiki">
        <ArrowLeft size={16} aria-hidden className={styles.mirrored} />
        {say('do.back-to-spaces')}
      </Link>
      <div className={styles.head}>
        {isSpace ? (
          <h1 className={styles.name} dir="auto">
            {space.name}
          </h1>
        ) : (
          <p className={styles.name} dir="auto">
            <Link href={spaceAddress(space.slug)}>{space.name}</Link>
          </p>
        )}
        {mayWrite ? (
          <form
            method="post"
            action="/wiki-data/change"
            onSubmit={(event) => {
              event.preventDefault();
              change({ do: 'add', space: space.id }).then(
                ({ goto }) => router.push(goto),
                () => (event.target as HTMLFormElement).submit(),
              );
            }}
          >
            <input type="hidden" name="do" value="add" />
            <input type="hidden" name="space" value={space.id} />
            <button type="submit" className={styles.add} title={say('do.new-page')}>
              <Plus size={16} aria-hidden />
              {say('do.new-page')}
            </button>
          </form>
        ) : null}
      </div>
      <ProblemBox problems={problem ? [problem] : []} />
      {tree.length === 0 ? <p className={styles.empty}>{say('empty.space')}</p> : null}
      <TreeBranch
        nodes={tree}
        tree={tree}
        parent={null}
        {...{ space, current, say, isOpen, setOpen, move, mayWrite }}
      />
      <p className={heard.heard} role="status">
        {told}
      </p>
      <div className={styles.foot}>
        {mayWrite && tree.length > 1 ? <p className={styles.hint}>{say('tree.hint')}</p> : null}
        {mayWrite ? (
          <>
            <ImportButton space={space.id} say={say} />
            <Link href={trash} aria-current={path === trash ? 'page' : undefined} prefetch={false}>
              <Trash2 size={16} aria-hidden />
              {say('do.show-trash')}
            </Link>
          </>
        ) : null}
        {space.may === 'manage' ? (
          <Link href={settings} aria-current={path === settings ? 'page' : undefined} prefetch={false}>
            <Settings size={16} aria-hidden />
            {say('do.settings')}
          </Link>
        ) : null}
      </div>
    </nav>
  );
}
