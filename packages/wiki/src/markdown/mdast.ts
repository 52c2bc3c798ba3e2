import type { fromMarkdown } from 'mdast-util-from-markdown';

/** mdast's names, from what its reader answers. */
export type Root = ReturnType<typeof fromMarkdown>;
export type RootContent = Root['children'][number];
type Of<Type extends string> = Extract<RootContent, { type: Type }>;
export type BlockContent = Of<'blockquote'>['children'][number];
export type PhrasingContent = Of<'paragraph'>['children'][number];
export type List = Of<'list'>;
export type ListItem = Of<'listItem'>;
export type Table = Of<'table'>;
export type TableCell = Of<'tableCell'>;
