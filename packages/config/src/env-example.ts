import { settings } from './schema.ts';

/** The text of `.env.example`: every setting with what it is for and its default. */
export function envExample(): string {
  const lines = ['# Every setting of Kontor, generated from packages/config. All are optional.'];
  lines.push('# Each may also be given as NAME_FILE: the path of a file that holds the value.');
  for (const [name, schema] of Object.entries(settings)) {
    const unset = schema.safeParse(undefined);
    const value =
      unset.success && unset.data !== undefined
        ? String(Number(unset.data) === 0 && typeof unset.data === 'boolean' ? 0 : unset.data)
        : '';
    lines.push('', `# ${schema.description ?? ''}`, `# ${name}=${value}`);
  }
  return `${lines.join('\n')}\n`;
}
