import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shareChunks } from './share-chunks.ts';

test('what is written several times is read once, and each name still leads to it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-chunks-'));
  try {
    mkdirSync(join(folder, 'ssr'));
    const chunk = (name: string, id: number) => {
      const code = `module.exports=[${id},()=>"${'x'.repeat(100_000)}"];\n\n//# sourceMappingURL=${name}.map`;
      writeFileSync(join(folder, name), code);
      return code;
    };
    chunk('[root]__a._.js', 1);
    chunk('[root]__b._.js', 1);
    chunk('ssr/[root]__c._.js', 1);
    const other = chunk('ssr/d.js', 2);
    writeFileSync(join(folder, 'small.js'), 'module.exports=[3]');
    writeFileSync(join(folder, 'small-too.js'), 'module.exports=[3]');
    expect(shareChunks(folder)).toBeGreaterThan(200_000);
    const load = createRequire(join(folder, 'index.js'));
    const [a, b, c] = ['[root]__a._.js', '[root]__b._.js', 'ssr/[root]__c._.js'].map((name) =>
      load(`./${name}`),
    );
    expect(a[0]).toBe(1);
    expect([b, c]).toEqual([a, a]);
    expect(b).toBe(a);
    expect(readFileSync(join(folder, 'ssr/d.js'), 'utf8')).toBe(other);
    expect(load('./small.js')).not.toBe(load('./small-too.js'));
    // Built twice, it is the same.
    expect(shareChunks(folder)).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
