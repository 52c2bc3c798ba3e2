'use client';
import { useMail, useMailState } from './mail-hooks.tsx';

/** The open folder's name in the person's language. */
export function useFolderName(): string {
  const { say } = useMail();
  const folder = useMailState((state) => state.folder);
  if (!folder) return '';
  return folder.role ? say(`folder.${folder.role}`) : folder.name;
}
