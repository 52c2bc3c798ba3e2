// `.env.example` is generated from the schema of packages/config. `node tests/checks/settings.ts --write` renews it.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { envExample } from '@kontor/config';
import { finish, read, root } from './tree.ts';

const path = join(root, '.env.example');
if (process.argv.includes('--write')) writeFileSync(path, envExample());
const upToDate = existsSync(path) && read('.env.example') === envExample();
finish(
  upToDate ? [] : ['.env.example is not what packages/config says: node tests/checks/settings.ts --write'],
);
