export interface MarkJson {
  type: string;
  attrs?: Record<string, unknown>;
}

/** A node as ProseMirror writes it: the form in which pages are kept. */
export interface NodeJson {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NodeJson[];
  marks?: MarkJson[];
  text?: string;
}

export interface DocumentJson extends NodeJson {
  type: 'doc';
}

export const emptyDocument = (): DocumentJson => ({ type: 'doc', content: [{ type: 'paragraph' }] });
