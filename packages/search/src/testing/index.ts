export { type MadeSource, madeSource } from './made-source.ts';
export { canStartMeilisearch, type RunningMeilisearch, startMeilisearch } from './start-meilisearch.ts';
