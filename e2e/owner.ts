import type { Page } from '@playwright/test';
import { OWNER } from '@/tools/running/owner';

/** Creates the owner's account at the set-up link, and names the publication. */
export async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  const form = page.locator('form').filter({ has: page.getByLabel(/passphrase/i) });
  await form
    .getByLabel(/publication/i)
    .first()
    .fill('The Lamp');
  await form.getByLabel(/your name/i).fill(OWNER.name);
  await form.getByLabel(/e-?mail/i).fill(OWNER.email);
  await form
    .getByLabel(/passphrase/i)
    .first()
    .fill(OWNER.passphrase);
  await form.getByLabel('ខ្មែរ', { exact: true }).check();
  await form.getByLabel('Time zone').selectOption('Asia/Phnom_Penh');
  await form.getByRole('button').and(page.locator('[type=submit]')).click();
  await page.waitForURL(/\/admin(?:\?.*)?$/);
}

/** Signs the owner in with the form, up to the answer. */
export async function signIn(page: Page, passphrase: string = OWNER.passphrase): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
