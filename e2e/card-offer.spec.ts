import { findings } from './axe';
import { Desk } from './desk';
import { expect, test } from './fixtures';

const ADDRESS = 'https://river.example.org/reports/7';

test('a link that is pasted alone can be made a card with the keyboard, and undo restores the link', async ({
  admin,
  site,
}) => {
  await admin.route('**/admin/embeds/card', (route) =>
    route.fulfill({
      json: {
        ok: true,
        value: {
          card: {
            url: ADDRESS,
            title: 'The seventh report',
            text: '',
            site: '',
            mediaId: null,
            kind: 'link',
          },
          media: null,
        },
      },
    }),
  );
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await desk.body.evaluate((element, address) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', address);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, ADDRESS);
  const offer = admin.getByRole('button', { name: 'Turn into card' });
  await expect(offer).toBeVisible();
  await expect(desk.body.getByTestId('card-view')).toHaveCount(0);
  expect(await findings(admin, '[data-part="card-offer"]')).toEqual([]);
  await admin.keyboard.press('Tab');
  await expect(offer).toBeFocused();
  await admin.keyboard.press('Enter');
  await expect(desk.body.getByTestId('card-view').getByLabel('Title')).toHaveValue('The seventh report');
  await expect(offer).toHaveCount(0);
  await admin.keyboard.press('Control+z');
  await expect(desk.body.getByTestId('card-view')).toHaveCount(0);
  await expect(desk.body).toHaveText(ADDRESS);
  await desk.saved();
});

test('typing on after a link declines the card, and so does Escape', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await admin.keyboard.type(ADDRESS);
  const offer = admin.getByRole('button', { name: 'Turn into card' });
  await expect(offer).toBeVisible();
  await admin.keyboard.press('Escape');
  await expect(offer).toHaveCount(0);
  await admin.keyboard.press('Enter');
  await admin.keyboard.type(`See ${ADDRESS}`);
  await expect(offer).toHaveCount(0);
  await desk.saved();
});
