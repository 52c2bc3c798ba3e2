import { addAttachment, openAttachment, removeAttachment } from './actions/attachments.ts';
import { compareVersions, listVersions } from './actions/history.ts';
import { listWaiting } from './actions/list-waiting.ts';
import { exportMarkdown, importMarkdown } from './actions/markdown.ts';
import { movePage } from './actions/move-page.ts';
import { readPage, readTree } from './actions/read-page.ts';
import { addSpace, changeSpace, listRights, listSpaces, setRight } from './actions/spaces.ts';
import { deletePage, listTrash, restorePage, trashPage } from './actions/trash.ts';
import { addPage, dropAside, readAside, restoreVersion, savePage } from './actions/write-page.ts';

export type { AttachmentView } from './actions/attachments.ts';
export type { Comparison, VersionView } from './actions/history.ts';
export type { WaitingPage } from './actions/list-waiting.ts';
export type { AsideView, PageView } from './actions/read-page.ts';
export type { SpaceView } from './actions/spaces.ts';
export type { TrashedPage } from './actions/trash.ts';
export { collections } from './collections.ts';
export type { Part } from './compare.ts';
export type { WikiContext, WikiReader } from './context.ts';
export { type MarkdownReader, markdownReader } from './markdown/markdown-reader.ts';
export { wikiProblems } from './problems.ts';
export { everyone, type Right } from './rights.ts';
export {
  allPageIds,
  blobsInWiki,
  mayReadPages,
  type PageText,
  pageText,
  readableSpaces,
} from './search-port.ts';
export { fileSearchSource, pageSearchSource } from './search-source.ts';
export { slugOf } from './slug.ts';
export type { TreeNode } from './tree.ts';
export type { Saved } from './write-version.ts';
export {
  addAttachment,
  addPage,
  addSpace,
  changeSpace,
  compareVersions,
  deletePage,
  dropAside,
  exportMarkdown,
  importMarkdown,
  listRights,
  listSpaces,
  listTrash,
  listVersions,
  listWaiting,
  movePage,
  openAttachment,
  readAside,
  readPage,
  readTree,
  removeAttachment,
  restorePage,
  restoreVersion,
  savePage,
  setRight,
  trashPage,
};

export const actions = [
  addAttachment,
  addPage,
  addSpace,
  changeSpace,
  compareVersions,
  deletePage,
  dropAside,
  exportMarkdown,
  importMarkdown,
  listRights,
  listSpaces,
  listTrash,
  listVersions,
  listWaiting,
  movePage,
  openAttachment,
  readAside,
  readPage,
  readTree,
  removeAttachment,
  restorePage,
  restoreVersion,
  savePage,
  setRight,
  trashPage,
];
