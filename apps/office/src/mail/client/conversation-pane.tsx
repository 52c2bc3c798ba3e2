'use client';
import { useEffect, useRef } from 'react';
import styles from './conversation-pane.module.css';
import { ConversationTools } from './conversation-tools.tsx';
import { useMail, useMailState } from './mail-hooks.tsx';
import { MessageCard } from './message-card.tsx';
import { PlainButton } from './plain-button.tsx';

/** What is being read. */
export function ConversationPane() {
  const { say } = useMail();
  const thread = useMailState((state) => state.place.thread);
  const conversation = useMailState((state) => state.conversation);
  const problem = useMailState((state) => state.conversationProblem);
  const scroller = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation begins at its top
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [thread]);

  return (
    <section className={styles.pane} aria-label={say('mail.reading')} data-part="reading">
      {thread && <ConversationTools thread={thread} />}
      <div className={styles.scroller} ref={scroller} tabIndex={thread ? 0 : -1}>
        {!thread && <p className={styles.none}>{say('empty.reading')}</p>}
        {thread && problem && <ReadingProblem />}
        {thread && !problem && !conversation && <ReadingSkeleton />}
        {thread && conversation && (
          <article className={styles.conversation}>
            <h1 className={styles.subject} dir="auto">
              {conversation.subject || say('row.no-subject')}
            </h1>
            {conversation.messages.map((message, index) => (
              <MessageCard
                key={message.id}
                message={message}
                isLast={index === conversation.messages.length - 1}
              />
            ))}
          </article>
        )}
      </div>
    </section>
  );
}

function ReadingProblem() {
  const { store, say } = useMail();
  const problem = useMailState((state) => state.conversationProblem);
  return (
    <div className={styles.problem} role="alert">
      <p>
        <strong>{problem?.title}</strong> {problem?.hint}
      </p>
      <PlainButton onClick={() => void store.retryConversation()}>{say('do.try-again')}</PlainButton>
    </div>
  );
}

function ReadingSkeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      <span />
      <span />
      <span />
      <span />
    </div>
  );
}
