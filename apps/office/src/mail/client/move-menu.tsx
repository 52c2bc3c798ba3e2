'use client';
import { FolderInput } from 'lucide-react';
import styles from './conversation-tools.module.css';
import { DeedForm } from './deed-form.tsx';
import { useMail, useMailState } from './mail-hooks.tsx';
import { ToolMenu } from './tool-menu.tsx';

/** The other folders of this mailbox, to move a conversation to. */
export function MoveMenu({ folder, thread }: { folder: string; thread: string }) {
  const { say } = useMail();
  const mailbox = useMailState((state) => state.mailbox);
  // A conversation is never moved into drafts or what was sent.
  const targets = (mailbox?.folders ?? []).filter(
    ({ id, role }) => id !== folder && role !== 'drafts' && role !== 'sent',
  );
  return (
    <ToolMenu id="move" label={say('do.move')} icon={<FolderInput size={20} aria-hidden="true" />}>
      {(close) => (
        <>
          <p className={styles.heading}>{say('do.move-to')}</p>
          <ul className={styles.targets}>
            {targets.map(({ id, name, role }) => {
              const label = role ? say(`folder.${role}`) : name;
              return (
                <li key={id}>
                  <DeedForm deed="move" folder={folder} thread={thread} to={id} label={label} onDone={close}>
                    {label}
                  </DeedForm>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </ToolMenu>
  );
}
