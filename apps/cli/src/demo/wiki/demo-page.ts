export interface DemoPage {
  /** Markdown; its first heading is the title. */
  text: string;
  /** Local part of who wrote it. */
  by: string;
  /** Files that hang on it, by the names that its pictures and links use. */
  files?: string[];
  /** What somebody put right later: one text for another. */
  later?: { by: string; from: string; to: string };
  below?: DemoPage[];
}

export interface DemoSpace {
  name: string;
  about: string;
  /** What a group may do; "everyone" is the whole firm. */
  rights: Record<string, 'read' | 'write' | 'manage'>;
  pages: DemoPage[];
}
