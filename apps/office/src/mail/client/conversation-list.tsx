'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './conversation-list.module.css';
import { ConversationRow } from './conversation-row.tsx';
import { EmptyList, ListProblem, ListSkeleton, OlderLink } from './list-states.tsx';
import { useMail, useMailState } from './mail-hooks.tsx';
import { usePlaceInList } from './use-place-in-list.ts';

/** What a row takes where nobody has set larger type: then none has to be drawn again once it is measured. */
const usualRow = 81;
/** Before the script measures, the first page stands there whole. */
const firstDrawing = { width: 360, height: usualRow * 50 };
const useMounted = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** Only the rows in sight and a few around them are in the document, however long the folder is. */
export function ConversationList() {
  const { store, say } = useMail();
  const list = useMailState((state) => state.list);
  const folder = useMailState((state) => state.folder);
  const cursor = useMailState((state) => state.cursor);
  const scroller = useRef<HTMLDivElement>(null);
  const { rows } = list;
  // A new function would have every row measured again, at each step of a scroll.
  const keyOf = useCallback((index: number) => rows[index]?.thread ?? index, [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRow,
    getItemKey: keyOf,
    initialRect: firstDrawing,
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();
  const first = shown[0];
  const last = shown.at(-1);
  const above = first?.start ?? 0;
  const below = last ? virtual.getTotalSize() - last.end : 0;

  const isNearEnd = last !== undefined && last.index >= list.rows.length - 30;
  useEffect(() => {
    if (isNearEnd) void store.loadMore();
  }, [isNearEnd, store]);

  usePlaceInList(scroller, virtual);
  useMounted(() => virtual.measure(), [virtual]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see inside
  useEffect(() => {
    const index = list.rows.findIndex(({ thread }) => thread === cursor);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
    // Only when the cursor moves: rows that arrive above must not pull the reader away.
  }, [cursor, virtual]);

  if (list.rows.length === 0 && list.loading) return <ListSkeleton />;
  if (list.rows.length === 0 && list.problem) return <ListProblem problem={list.problem} />;
  if (list.rows.length === 0) return <EmptyList />;
  return (
    <div className={styles.scroller} ref={scroller} data-part="scroller">
      <ul
        className={styles.list}
        aria-label={say('mail.conversations')}
        style={{ paddingBlockStart: above, paddingBlockEnd: Math.max(0, below) }}
      >
        {shown.map(({ index, key }) => {
          const row = list.rows[index];
          if (!row || !folder) return null;
          return (
            <ConversationRow
              key={key}
              row={row}
              folder={folder}
              index={index}
              size={list.next === null ? list.rows.length : -1}
              measure={virtual.measureElement}
            />
          );
        })}
      </ul>
      {list.problem ? <ListProblem problem={list.problem} /> : <OlderLink />}
    </div>
  );
}
