interface Threads {
  /** Cleans foreign HTML. */
  cleaning: URL;
  /** Reads files for search. */
  reading: URL;
  /** Reads Markdown for the wiki. */
  markdown: URL;
}

/** Where main.ts, which is no part of Next's build, says where the threads' files are. */
const place = Symbol.for('kontor.office.threads');
const known = globalThis as { [place]?: Threads };

export function setThreads(threads: Threads): void {
  known[place] = threads;
}

/** None under `npm run dev`: HTML and Markdown are read in the office's own thread, files are found by their names alone. */
export const threads = (): Partial<Threads> => known[place] ?? {};
