export { attachmentAddress, attachmentAt, isSafeLink } from './addresses.ts';
export { directionOf } from './direction.ts';
export { documentHtml, type HtmlOptions } from './html.ts';
export { type ReadDocument, readDocument } from './read-document.ts';
export { schema } from './schema.ts';
export { documentText } from './text.ts';
export { type DocumentJson, emptyDocument, type MarkJson, type NodeJson } from './types.ts';
