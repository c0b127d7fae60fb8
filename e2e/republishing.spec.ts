import { stringsFor } from '@/lib/language/strings';
import { Desk } from './desk';
import { expect, test } from './fixtures';

const words = stringsFor('en');

test('a post that others may publish gives them its text with byline, link and terms, and how to cite it', async ({
  admin,
  page,
  site,
}) => {
  const { id, slug } = site.buildPost({ headline: 'A case for bridges', text: 'Nobody owns <the river>.' });
  await page.goto(`/${slug}`);
  await page.getByRole('link', { name: words.reuseCite }).click();
  await expect(page.getByText('To republish this piece, ask')).toBeVisible();
  await expect(page.getByRole('textbox', { name: words.reuseHtml })).toHaveCount(0);
  await expect(page.getByRole('definition')).toHaveCount(3);

  const desk = new Desk(admin);
  await desk.open(id);
  const section = await desk.section('Republishing');
  await section.getByLabel('Others may publish this post').selectOption('Yes');
  await expect(admin.getByText('Republishing changed').first()).toBeVisible();

  await page.goto(`/${slug}`);
  await page.getByRole('link', { name: words.reuseRepublish }).click();
  const html = page.getByRole('textbox', { name: words.reuseHtml, exact: true });
  await expect(html).toHaveValue(/<h1>A case for bridges<\/h1>/);
  await expect(html).toHaveValue(/<p>Nobody owns &lt;the river&gt;\.<\/p>/);
  await expect(html).toHaveValue(new RegExp(`<a href="http[^"]*/${slug}">`));
  await expect(page.getByRole('textbox', { name: words.reusePlainText })).toHaveValue(
    /Nobody owns <the river>\./,
  );
  await expect(page.getByRole('textbox', { name: words.reuseCanonical })).toHaveValue(/rel="canonical"/);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  expect((await page.goto('/nothing-is-here/reuse'))?.status()).toBe(404);
});
