import { afterAll, beforeAll } from 'vitest';
import { type DemoHouse, openDemo } from '../load/demo-house.ts';
import { officeIsWithoutFault } from './demo-office.ts';
import { siteIsWithoutFault } from './demo-site.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemo();
}, 320_000);
afterAll(() => house?.stop());

siteIsWithoutFault(() => house);
officeIsWithoutFault(() => house);
