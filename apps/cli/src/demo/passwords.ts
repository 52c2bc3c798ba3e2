import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { type Config, ensureSecret } from '@kontor/config';
import { writeWhole } from '#write-whole.ts';
import { domain, persons } from './people.ts';

const words =
  'alder amber anchor apple arch ash barge barrel basket beech birch bramble bridge cedar chalk chestnut cinder clover copper coral cork cotton crane cress daisy damson dove elder elm ember fennel fern flint gorse grange granite harbour hazel heather heron holly hornbeam indigo ivory jasper juniper kestrel lantern larch lark laurel lavender linen maple marble meadow mill moss nettle oar olive orchard otter pear pebble pewter plum poplar quarry quince reed river robin rowan sage sedge slate sloe sorrel spindle spruce teal thimble thistle timber tulip velvet walnut weir willow yarrow yew'.split(
    ' ',
  );

const makePassword = (): string =>
  [...Array.from({ length: 4 }, () => words[randomInt(words.length)]), randomInt(10, 100)].join('-');

const file = 'demo-passwords.json';

/** The password of each person of the demo, by address; made once per data folder and kept there (0600). */
export function demoPasswords(config: Pick<Config, 'secretsDir'>): Record<string, string> {
  const made = ensureSecret(config, file, () =>
    JSON.stringify(
      Object.fromEntries(persons.map(({ localPart }) => [`${localPart}@${domain}`, makePassword()])),
      null,
      2,
    ),
  );
  return JSON.parse(made.toString('utf8')) as Record<string, string>;
}

/** Keeps what is printed at each start true when the operator gave somebody a new password. */
export function rememberDemoPassword(
  config: Pick<Config, 'secretsDir'>,
  email: string,
  password: string,
): void {
  const known = demoPasswords(config);
  if (!(email in known)) return;
  writeWhole(join(config.secretsDir, file), { ...known, [email]: password });
}
