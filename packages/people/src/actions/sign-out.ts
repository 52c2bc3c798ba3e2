import { action } from '@kontor/core';
import { z } from 'zod';
import type { PeopleContext } from '#context.ts';

/** Ends one session; whoever holds its token may. */
export const signOut = action({
  name: 'people.sign-out',
  input: z.object({ token: z.string().max(200) }),
  can: (caller) => caller.via === 'web',
  async run(context: PeopleContext, { token }) {
    const checked = await context.sessions.check(token);
    if (checked) await context.sessions.close(checked.session.id);
  },
});
