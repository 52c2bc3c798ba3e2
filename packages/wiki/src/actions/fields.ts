import { z } from 'zod';
import { longestTitle } from '#title.ts';

export const idField = z.string().min(1).max(64);
export const titleField = z
  .string()
  .trim()
  .min(1, 'Enter a title.')
  .max(longestTitle, 'At most 200 characters.')
  .regex(/^[^\p{Cc}]*$/u, 'A title is one line.');
export const nameField = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(80, 'At most 80 characters.')
  .regex(/^[^\p{Cc}]*$/u, 'A name is one line.');
export const versionField = z.number().int().min(1).max(1_000_000_000);
