import type { DocumentJson } from '@kontor/wiki/document';

export interface Draft {
  base: number;
  title: string;
  document: DocumentJson;
}

const ofAll = 'wiki-draft ';

/**
 * What this person typed on this page and did not save, kept for this tab: a reload or a lost connection takes nothing
 * away. The tab may be somebody else's by then, who never sees it.
 */
export function draftsOf(person: string, page: string) {
  const ofPerson = `${ofAll}${person} `;
  const key = `${ofPerson}${page}`;
  return {
    read(): Draft | null {
      try {
        for (const one of Object.keys(sessionStorage))
          if (one.startsWith(ofAll) && !one.startsWith(ofPerson)) sessionStorage.removeItem(one);
        const draft = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null;
        return draft && typeof draft.title === 'string' && draft.document?.type === 'doc' ? draft : null;
      } catch {
        return null;
      }
    },
    keep(draft: Draft): void {
      try {
        sessionStorage.setItem(key, JSON.stringify(draft));
      } catch {
        // Full or forbidden: the text is still on the screen.
      }
    },
    drop(): void {
      try {
        sessionStorage.removeItem(key);
      } catch {
        // There was none to be kept.
      }
    },
  };
}
