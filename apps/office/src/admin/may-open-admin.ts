import type { Person } from '@kontor/people';

/** The website is written in the admin, by editors and admins. */
export const mayOpenAdmin = (person: Person | null): boolean =>
  person !== null && ['admin', 'editor'].includes(person.role);
