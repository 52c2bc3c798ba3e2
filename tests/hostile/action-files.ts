import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const office = join(import.meta.dirname, '../../apps/office');

/** Every file of the office that holds server actions, and the page they are called from. The suite fails for one not here. */
export const actionFiles: Record<string, string> = {
  'app/(payload)/layout.tsx': '/admin',
  'src/devices/change-here.ts': '/devices/networks',
  'src/set-up/set-up-here.ts': '/setup',
  'src/sign-in/sign-in-here.ts': '/login',
  'src/today/see-to-here.ts': '/',
  'src/you/change-here.ts': '/you',
};

export function foundActionFiles(): string[] {
  const files = ['app', 'src'].flatMap((folder) =>
    readdirSync(join(office, folder), { recursive: true, withFileTypes: true }),
  );
  return files
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => /^\s*['"]use server['"]/m.test(readFileSync(path, 'utf8')))
    .map((path) => relative(office, path))
    .sort();
}

/** The ids of all server actions that were built, those of libraries among them, and the file each is in. */
export function builtActions(): [id: string, file: string][] {
  const path = join(office, '.next/server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(path, 'utf8')) as { node: Record<string, { filename: string }> };
  return Object.entries(node).map(([id, { filename }]) => [id, filename]);
}
