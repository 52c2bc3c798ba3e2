import type { Role } from '@kontor/core';
import type { Access } from 'payload';

interface SignedIn {
  id: string;
  role: Role;
  disabled?: boolean | null;
}

/** The person behind a request to Payload's REST or admin, unless disabled. */
export function personOf(request: { user?: unknown }): SignedIn | null {
  const person = request.user as SignedIn | null | undefined;
  return person && !person.disabled ? person : null;
}

export const nobody: Access = () => false;
export const anyone: Access = () => true;

/** Every signed-in person. */
export const staff: Access = ({ req }) => personOf(req) !== null;

/** For collections, for single fields and for who opens the admin alike. */
export const role =
  (...roles: Role[]): ((args: { req: { user?: unknown } }) => boolean) =>
  ({ req }) => {
    const person = personOf(req);
    return person !== null && roles.includes(person.role);
  };
