export { allActions } from './all-actions.ts';
export { migrate } from './migrate.ts';
export { type Office, openOffice, wireOffice } from './office.ts';
export { payloadConfig } from './payload-config.ts';
export { prepareFolders } from './prepare-folders.ts';
