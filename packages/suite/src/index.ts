export { allActions } from './all-actions.ts';
export { refuseOtherShape } from './data-version.ts';
export { type MigrateOptions, migrate } from './migrate.ts';
export { migrations } from './migrations/index.ts';
export type { Migration } from './migrations/migration.ts';
export { type Office, openOffice, wireOffice } from './office.ts';
export { payloadConfig } from './payload-config.ts';
export { prepareFolders } from './prepare-folders.ts';
export { tidyIfDue } from './tidy.ts';
