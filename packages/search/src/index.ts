import { findAnything } from './find/find-anything.ts';

export { foldWord, hasWords } from './documents/fold.ts';
export { createFileReader, type ReadFile, type SearchedFile } from './files/file-reader.ts';
export type { SearchContext } from './find/find-anything.ts';
export type { Found, FoundGroup, Hit, WithoutIndex } from './find/found.ts';
export type { Piece } from './find/pieces.ts';
export type { Rebuilt } from './follow/rebuild.ts';
export { lookAtIndex } from './look-at-index.ts';
export { createMeilisearch } from './meilisearch/meilisearch.ts';
export { searchProblems } from './problems.ts';
export { createSearch, type Search } from './search.ts';
export {
  type FoundRecord,
  type SearchKind,
  type SearchSource,
  type SearchText,
  searchKinds,
  type VisibleRecord,
} from './source.ts';
export { findAnything };

export const actions = [findAnything];
