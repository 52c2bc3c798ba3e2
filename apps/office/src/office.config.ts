import { type Config, loadConfig } from '@kontor/config';

/** The office's settings, read once. */
export const readConfig = (): Config => loadConfig(process.env);
