/** What `make-release.ts` put into a release's data folder: its `about.json`. */
export interface About {
  version: string;
  /** By address. */
  passwords: Record<string, string>;
  /** Of the home page, by language. */
  titles: Record<string, string>;
  picture: string;
  /** Starred, and moved from the inbox to the archive. */
  mail: { owner: string; subject: string; bytes: string; attachment: string };
}
