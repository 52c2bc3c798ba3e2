/** What one look found. Only `bad` is something that does not work on this host. */
export interface Finding {
  subject: string;
  state: 'good' | 'bad' | 'note';
  says: string;
  /** What to do about it. */
  hint?: string;
}

export const good = (subject: string, says: string): Finding => ({ subject, state: 'good', says });
export const note = (subject: string, says: string): Finding => ({ subject, state: 'note', says });
export const bad = (subject: string, says: string, hint: string): Finding => ({
  subject,
  state: 'bad',
  says,
  hint,
});
