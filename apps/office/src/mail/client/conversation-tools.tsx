'use client';
import {
  Archive,
  ChevronDown,
  ChevronLeft,
  ChevronUp,
  Inbox,
  Mail,
  MailOpen,
  Star,
  Trash2,
} from 'lucide-react';
import styles from './conversation-tools.module.css';
import { DeedForm } from './deed-form.tsx';
import { useMail, useMailState } from './mail-hooks.tsx';
import { MoveMenu } from './move-menu.tsx';
import { followLink } from './plain-click.ts';
import { ToolMenu } from './tool-menu.tsx';
import { useFolderName } from './use-folder-name.ts';

/** What can be done with the conversation that is open. */
export function ConversationTools({ thread }: { thread: string }) {
  const { store, say } = useMail();
  const folder = useMailState((state) => state.folder);
  const row = useMailState((state) => state.list.rows.find((one) => one.thread === thread));
  const conversation = useMailState((state) => state.conversation);
  const name = useFolderName();
  if (!folder) return null;
  const unread = row ? row.unread : (conversation?.messages.some(({ seen }) => !seen) ?? false);
  const starred = row ? row.starred : (conversation?.messages.some(({ flagged }) => flagged) ?? false);
  const common = { folder: folder.id, thread };
  const isAway = ['archive', 'junk', 'trash'].includes(folder.role ?? '');
  return (
    <div className={styles.tools}>
      <a
        className={styles.back}
        href={store.pathTo(null)}
        aria-label={say('do.back-to-list', { folder: name })}
        onClick={followLink(() => store.go({ thread: null }))}
      >
        <ChevronLeft size={20} aria-hidden="true" data-mirrors="" />
      </a>
      {isAway ? (
        <DeedForm {...common} deed="inbox" label={say('do.inbox')}>
          <Inbox size={20} aria-hidden="true" />
        </DeedForm>
      ) : (
        <DeedForm {...common} deed="archive" label={say('do.archive')}>
          <Archive size={20} aria-hidden="true" />
        </DeedForm>
      )}
      {folder.role === 'trash' ? (
        <DeleteForGood {...common} />
      ) : (
        <DeedForm {...common} deed="delete" label={say('do.delete')}>
          <Trash2 size={20} aria-hidden="true" />
        </DeedForm>
      )}
      <MoveMenu {...common} />
      <DeedForm {...common} deed={unread ? 'read' : 'unread'} label={say(unread ? 'do.read' : 'do.unread')}>
        {unread ? <MailOpen size={20} aria-hidden="true" /> : <Mail size={20} aria-hidden="true" />}
      </DeedForm>
      <DeedForm
        {...common}
        deed={starred ? 'unstar' : 'star'}
        label={say(starred ? 'do.unstar' : 'do.star')}
        pressed={starred}
        className={styles.star}
      >
        <Star size={20} aria-hidden="true" fill={starred ? 'currentColor' : 'none'} />
      </DeedForm>
      <span className={styles.gap} />
      <StepLink step={-1} />
      <StepLink step={1} />
    </div>
  );
}

function DeleteForGood({ folder, thread }: { folder: string; thread: string }) {
  const { say } = useMail();
  return (
    <ToolMenu
      label={say('do.delete-for-good')}
      icon={<Trash2 size={20} aria-hidden="true" />}
      id="delete-for-good"
    >
      {(close) => (
        <div className={styles.ask}>
          <p>{say('ask.delete')}</p>
          <DeedForm
            deed="delete"
            folder={folder}
            thread={thread}
            label={say('do.delete-for-good')}
            onDone={close}
          >
            {say('do.delete-for-good')}
          </DeedForm>
        </div>
      )}
    </ToolMenu>
  );
}

function StepLink({ step }: { step: 1 | -1 }) {
  const { store, say } = useMail();
  const thread = useMailState(() => store.neighbour(step)?.thread ?? null);
  const Icon = step === 1 ? ChevronDown : ChevronUp;
  const label = say(step === 1 ? 'do.older' : 'do.newer');
  if (!thread) return null;
  return (
    <a
      className={styles.step}
      href={store.pathTo(thread)}
      aria-label={label}
      title={label}
      onClick={followLink(() => store.go({ thread }))}
    >
      <Icon size={20} aria-hidden="true" />
    </a>
  );
}
