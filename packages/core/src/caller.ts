export type Role = 'admin' | 'editor' | 'staff';

/** The door a request came through. */
export type Door = 'web' | 'smtp' | 'site' | 'cli' | 'system';

export interface CallingPerson {
  id: string;
  role: Role;
  /** Ids of the groups the person is in. */
  groups: readonly string[];
}

/** Who asks. Rules read nothing else about the asker. */
export interface Caller {
  via: Door;
  person: CallingPerson | null;
  /** The asker's network address, for throttling and the audit. */
  address?: string;
}

export type Rule<Input, Context> = (
  caller: Caller,
  input: Input,
  context: Context,
) => boolean | Promise<boolean>;

/** The part itself, or the operator at its terminal: they already hold the data. */
export const fromInside = (caller: Caller): boolean => caller.via === 'system' || caller.via === 'cli';

export const hasRole =
  (...roles: Role[]) =>
  (caller: Caller): boolean =>
    caller.person !== null && roles.includes(caller.person.role);
