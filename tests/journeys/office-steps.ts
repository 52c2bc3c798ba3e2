import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const admin = {
  firm: 'Brightwater Joinery',
  domain: 'brightwater.example',
  name: 'Grace Whitfield',
  localPart: 'grace',
  email: 'grace@brightwater.example',
  password: 'plane chisel mallet 7301',
};

/** Fills the set-up form as the firm's owner would, in two languages. */
export async function setUpFirm(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Name of the firm').fill(admin.firm);
  await page.getByLabel('Domain').fill(admin.domain);
  await page.getByLabel('العربية').check();
  await page.getByLabel('Your name').fill(admin.name);
  await page.getByLabel('Your address').fill(admin.localPart);
  await page.getByLabel('Password', { exact: true }).fill(admin.password);
  await page.getByRole('button', { name: 'Set up the office' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');
}

export async function signIn(
  page: Page,
  office: string,
  { email, password }: { email: string; password: string } = admin,
): Promise<void> {
  await page.goto(`${office}/login`);
  await page.getByLabel('Address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/');
}

/** The person who is signed in has the office speak another language from here on. */
export async function chooseLanguage(page: Page, office: string, language: string): Promise<void> {
  await page.goto(`${office}/you`);
  await page.locator('#field-language').selectOption(language);
  await page.locator('main form button[type="submit"]').first().click();
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
}

/** Makes a page in the admin, in one language: a title, a hero and a form to ask. */
export async function publishPage(
  page: Page,
  office: string,
  { title, slug, heading }: { title: string; slug: string; heading: string },
): Promise<void> {
  await page.goto(`${office}/admin/collections/pages/create?locale=en`);
  await addBlock(page, 'Hero', 0);
  await addBlock(page, 'Contact Form', 1);
  // What is typed before its script is there is lost; the blocks have waited for it.
  await page.locator('#field-title').fill(title);
  await page.locator('#field-slug').fill(slug);
  await page.locator('#field-layout__0__heading').fill(heading);
  await publish(page);
  await page.waitForURL(/\/admin\/collections\/pages\/[0-9a-f-]{36}/);
}

/** The admin draws its fields before its script is there: an early press is lost, so it is pressed until the block is there. */
async function addBlock(page: Page, name: string, place: number): Promise<void> {
  const [row, field] = [
    page.locator(`#layout-row-${place}`),
    page.locator(`#field-layout__${place}__heading`),
  ];
  const choice = page.getByRole('dialog').getByRole('button', { name, exact: true });
  const isThere = (locator: Locator) =>
    locator.waitFor({ timeout: 4000 }).then(
      () => true,
      () => false,
    );
  const press = async () => {
    if (await row.isVisible()) return (await isThere(field)) || touchTitle(page);
    if (await choice.isVisible()) {
      await choice.click({ timeout: 2000 }).catch(() => {});
      await isThere(row);
    } else await page.getByRole('button', { name: /^Add / }).last().click();
    return field.isVisible();
  };
  await expect.poll(press, { timeout: 90_000, interval: 500 }).toBe(true);
}

/** A block may stay without its fields when the answer to a change before it comes late: another change asks for them. */
async function touchTitle(page: Page): Promise<false> {
  const title = page.locator('#field-title');
  const value = await title.inputValue();
  await title.fill(`${value} `);
  await title.fill(value);
  return false;
}

/** Gives the page that is open its words in another language. */
export async function translatePage(
  page: Page,
  { locale, title, heading }: { locale: string; title: string; heading: string },
): Promise<void> {
  await page.goto(`${page.url().split('?')[0]}?locale=${locale}`);
  await page.locator('#field-title').fill(title);
  await page.locator('#field-layout__0__heading').fill(heading);
  await publish(page);
}

/** Presses until it is heard, for the same reason; to publish the same again changes nothing. */
async function publish(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: /^Publish/ }).first();
  const isSaid = async () => (await page.getByText(/successfully/).count()) > 0;
  const press = async () => {
    if (!(await isSaid()) && (await button.isEnabled())) await button.click();
    return page
      .getByText(/successfully/)
      .first()
      .waitFor({ timeout: 5000 })
      .then(() => true)
      .catch(() => false);
  };
  await expect.poll(press, { timeout: 90_000 }).toBe(true);
}
