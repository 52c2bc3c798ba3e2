export { type FoundServer, findServer } from './find-server.ts';
export { forgetOtherVersion } from './forget-other-version.ts';
export { serverEnvironment, serverLine } from './server-line.ts';
