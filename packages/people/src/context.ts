import type { OneTimeTokens, Sessions, Throttle } from '@kontor/auth';
import type { ActionContext, Clock } from '@kontor/core';
import type { Bulk } from '@kontor/data';
import type { Payload } from 'payload';

/** What people need from mail, without knowing how mail is kept. All of them may be called again. */
export interface MailForPeople {
  /** Answers whose it is: the person's, or that of whom it was opened for before. Null when the address is not free. */
  openPersonal(person: { id: string; name: string; email: string }): Promise<{ owner: string } | null>;
  /** `owner` answers for it and may read it before anybody is a member. */
  openShared(mailbox: {
    address: string;
    name: string;
    owner?: string;
    members?: string[];
    groups?: string[];
  }): Promise<{ owner: string | null }>;
}

/** Something that opens for a person who joins and shuts for one who leaves. */
export interface PersonDoor {
  name: string;
  /** Opens again for somebody who was let go; not every door has to. */
  open?(person: string): Promise<void>;
  close(person: string): Promise<void>;
  /** True when the door is found shut. */
  probe(person: string): Promise<boolean>;
}

export interface PeopleContext extends ActionContext {
  payload: Payload;
  bulk: Bulk;
  clock: Clock;
  sessions: Sessions;
  throttle: Throttle;
  tokens: OneTimeTokens;
  mail: MailForPeople;
  doors: PersonDoor[];
}
