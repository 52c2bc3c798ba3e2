// The lockfile must install on any machine, from any registry, with exactly these versions.
import { finish, read, sourceFiles } from './tree.ts';

interface Entry {
  resolved?: string;
  link?: boolean;
  version?: string;
  optionalDependencies?: Record<string, string>;
}
type Manifest = Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string> | undefined
>;

const text = read('package-lock.json');
const { packages } = JSON.parse(text) as { packages: Record<string, Entry> };
const findings: string[] = [];

for (const [place, entry] of Object.entries(packages)) {
  if (entry.resolved && !entry.link)
    findings.push(`package-lock.json: ${place} names where it came from (${entry.resolved})`);
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!isLocked(place, name))
      findings.push(`package-lock.json: ${place || 'the root'} wants ${name}, which is not locked`);
  }
}
if (/https?:\/\/[^"]*\.tgz/.test(text)) findings.push('package-lock.json: holds an address of a registry');

for (const path of sourceFiles().filter((file) => /(^|\/)package\.json$/.test(file))) {
  const manifest = JSON.parse(read(path)) as Manifest;
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
    for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
      if (name.startsWith('@kontor/') ? version === '*' : /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) continue;
      findings.push(`${path}: ${name}@${version} is not one exact version`);
    }
  }
}
finish(findings);

/** As Node looks for it: in the package's own node_modules, then in each one above. */
function isLocked(place: string, name: string): boolean {
  for (let above = place; ; above = above.slice(0, Math.max(0, above.lastIndexOf('/node_modules/')))) {
    if (packages[`${above === '' ? '' : `${above}/`}node_modules/${name}`]) return true;
    if (above === '') return false;
    if (!above.includes('/node_modules/')) above = '';
    if (above === '' && packages[`node_modules/${name}`]) return true;
    if (above === '') return false;
  }
}
