import type { OneTimeTokens, Sessions, Throttle } from '@kontor/auth';
import type { ActionContext, Clock } from '@kontor/core';
import type { Bulk } from '@kontor/data';
import type { Payload } from 'payload';

/** What people need from mail, without knowing how mail is kept. All of them may be called again. */
export interface MailForPeople {
  openPersonal(person: { id: string; name: string; email: string }): Promise<void>;
  /** `owner` answers for it and may read it before anybody is a member; takes over from one who never came to be. */
  openShared(mailbox: {
    address: string;
    name: string;
    owner?: string;
    members?: string[];
    groups?: string[];
  }): Promise<void>;
  /** True when no mail goes there yet but that of the person who is to have it. */
  isAddressFree(address: string, person: string): Promise<boolean>;
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
