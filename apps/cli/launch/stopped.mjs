/** Why the launcher cannot go on: one plain sentence, and what to do about it. */
export class Stopped extends Error {
  constructor(message, hint) {
    super(message);
    this.hint = hint;
  }
}
