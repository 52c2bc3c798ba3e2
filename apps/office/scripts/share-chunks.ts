import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Smaller ones are not worth a file that points at another. */
const leastBytes = 100_000;

/**
 * Turbopack writes what several routes need once for each of them, under different names, and Node keeps the source of each:
 * of the same bytes the first is kept, and the others hand it on. Modules stay one per route: what is shared is how they are
 * made. Answers how many bytes are read no more.
 */
export function shareChunks(folder: string): number {
  const known = new Map<string, string>();
  let saved = 0;
  for (const name of globSync('**/*.js', { cwd: folder }).sort()) {
    const path = join(folder, name);
    const code = readFileSync(path, 'utf8').replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '');
    if (code.length < leastBytes) continue;
    const hash = createHash('sha256').update(code).digest('hex');
    const first = known.get(hash);
    if (!first) {
      known.set(hash, path);
      continue;
    }
    const from = relative(dirname(path), first).replaceAll('\\', '/');
    writeFileSync(
      path,
      `module.exports=require(${JSON.stringify(from.startsWith('.') ? from : `./${from}`)});\n`,
    );
    saved += code.length;
  }
  return saved;
}
