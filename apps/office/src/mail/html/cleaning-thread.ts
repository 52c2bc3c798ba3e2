/** Where main.ts, which is no part of Next's build, says where the thread's file is. */
const place = Symbol.for('kontor.office.cleaning-thread');
const known = globalThis as { [place]?: URL };

export function setCleaningThread(file: URL): void {
  known[place] = file;
}

/** None under `npm run dev`. */
export const cleaningThread = (): URL | undefined => known[place];
