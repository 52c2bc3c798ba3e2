// House rules that no linter knows: rooms are small, drawers are not called "utils", settings are read in one place.
import { finish, read, sourceFiles } from './tree.ts';

const mostLines = 300;
const drawers = /(^|\/)(utils?|helpers?|common|misc|lib|shared|stuff)(\/|\.[cm]?[jt]sx?$)/;
const code = /\.(?:[cm]?[jt]sx?|astro|css)$/;
// Made by a tool, or data that is written and not reasoned about, such as the texts of one language.
const exempt =
  /(^|\/)(migrations|fixtures|demo)\/|\/(texts|words|problems|admin-words)\/[a-z]{2}\.ts$|importMap\.js$|payload-types\.ts$/;
const readsEnvironment =
  /^packages\/config\/|\/main\.[cm]?ts$|(^|\/)[\w.-]*config\.[cm]?[jt]s$|\.test\.tsx?$|\/(testing|scripts)\/|\.mjs$|^tests\//;
// Next puts these two in when it builds; and what is only set for others is no setting of ours.
const environment = /\bprocess\.env\b(?!\.(NODE_ENV|NEXT_RUNTIME)\b|\.\w+ = )/;
const elsewhere = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X\\b'].join(''));

const findings: string[] = [];
for (const path of sourceFiles()) {
  if (drawers.test(path)) findings.push(`${path}: a drawer; name it after what is in it`);
  if (!code.test(path)) continue;
  const text = read(path);
  const lines = text.split('\n').length - 1;
  if (lines > mostLines && !exempt.test(path))
    findings.push(`${path}: ${lines} lines; split it (most: ${mostLines})`);
  if (environment.test(text) && !readsEnvironment.test(path)) {
    findings.push(`${path}: reads process.env; take the value from packages/config through main.ts`);
  }
  if (elsewhere.test(text)) findings.push(`${path}: a note to do it later; do it, or open an issue`);
}
finish(findings);
