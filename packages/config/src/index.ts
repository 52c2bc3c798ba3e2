export { envExample } from './env-example.ts';
export { type Config, loadConfig } from './load.ts';
export type { Outbound, Smarthost } from './outbound.ts';
export { privateFolder } from './private-folder.ts';
export { configProblems } from './problems.ts';
export { type Settings, settings } from './schema.ts';
export { ensureSearchKey, ensureSecret, readSecret, type SecretName } from './secrets.ts';
