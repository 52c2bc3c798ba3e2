// A file of its own, loaded when a password is first rated: a bundler gives `import()` of this CommonJS package no names.
import { dictionary } from '@zxcvbn-ts/language-common';

export const commonPasswords: ReadonlySet<string> = new Set(dictionary['passwords-common']);
