import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** Gives the browser a device with a fingerprint reader that always agrees. */
async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('a passkey is added, signs in alone, and opens nothing once it is removed', async ({ admin }) => {
  await addAuthenticator(admin);
  await admin.goto('/admin');
  await admin.getByRole('link', { name: 'Passkeys' }).click();
  const passphrase = admin
    .locator('form')
    .filter({ hasText: 'Add this device' })
    .getByLabel('Current passphrase');
  if (await passphrase.isVisible()) await passphrase.fill('a calm river in the rain');
  await admin.getByRole('button', { name: 'Add this device' }).click();
  await expect(admin.getByText('Passkey added.')).toBeVisible();
  const row = admin.getByRole('listitem').filter({ has: admin.getByRole('button', { name: 'Remove' }) });
  await expect(row).toContainText('Chrome');

  await admin.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await expect(admin).toHaveURL(/sign-in/);
  await admin.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(admin).toHaveURL(/\/admin$/);
  await expect(admin.getByText('Protect your account with a passkey')).toHaveCount(0);

  await admin.goto('/admin/account');
  await row.getByRole('button', { name: 'Remove' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
  await admin.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await admin.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(admin.getByText('This passkey was not accepted')).toBeVisible();
  await expect(admin).toHaveURL(/sign-in/);
});
