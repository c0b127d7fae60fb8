import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { correctPost } from '@/lib/posts/commands/correct-post';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { emptyWriting } from '@/lib/posts/fields';
import { bodyOf, buildAuthor } from '@/tools/testing/factories';
import { expect, test } from './fixtures';

const DAY_MS = 24 * 60 * 60 * 1000;

test('a post links to related posts, and to the previous and next ones', async ({ page, site }) => {
  const { topicId } = site.buildTopic('Bridges');
  const now = Date.now() + DAY_MS;
  site.buildPost({ headline: 'The first bridge', topicIds: [topicId], now });
  const { slug } = site.buildPost({ headline: 'The second bridge', topicIds: [topicId], now: now + 1000 });
  site.buildPost({ headline: 'Something else entirely', now: now + 2000 });
  await page.goto(`/${slug}`);
  const related = page.getByRole('navigation', { name: 'More on this' });
  await expect(related.getByRole('heading', { level: 3 })).toHaveText(['The first bridge']);
  await expect(related.getByRole('time')).toHaveCount(1);
  await expect(page.locator('[rel=prev]')).toHaveText('The first bridge');
  await expect(page.locator('[rel=next]')).toHaveText('Something else entirely');
  await page.locator('[rel=next]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something else entirely');
});

test('a correction is on its post and on the page of corrections, and nowhere once the post is withdrawn', async ({
  page,
  site,
}) => {
  const { id, slug } = site.buildPost({ headline: 'Eleven boats' });
  const context = { actor: OPERATOR, now: Date.now() };
  requireValue(correctPost(site.db, { postId: id, note: 'There are twelve boats.' }, context));
  for (const path of [`/${slug}`, '/corrections']) {
    await page.goto(path);
    await expect(page.getByText('There are twelve boats.')).toBeVisible();
  }
  await page.getByRole('link', { name: 'Eleven boats' }).click();
  await expect(page).toHaveURL(new RegExp(`/${slug}$`));
  site.db.$client.prepare("update posts set status = 'withdrawn' where id = ?").run(id);
  await page.goto('/corrections');
  await expect(page.getByText('There are twelve boats.')).toHaveCount(0);
});

test('a post says when its text changed on a later day, not when only its topics changed', async ({
  page,
  site,
}) => {
  const published = Date.now() - 3 * DAY_MS;
  const { id, slug } = site.buildPost({ headline: 'A promise', text: 'By June.', now: published });
  const revise = (text: string, version: number) => {
    const context = { actor: OPERATOR, now: Date.now() };
    const writing = { ...emptyWriting(), headline: 'A promise', body: bodyOf(text), seoTitle: 'Promises' };
    const saved = requireValue(saveDraft(site.db, { postId: id, version, writing }, context));
    requireValue(publishPost(site.db, { postId: id, draftVersion: saved.version }, context));
    return saved.version;
  };
  const version = revise('By June.', 2);
  await page.goto(`/${slug}`);
  await expect(page.getByRole('article').locator('header')).not.toContainText('Updated');
  revise('By July.', version);
  await page.goto(`/${slug}`);
  await expect(page.getByRole('article').locator('header')).toContainText('Updated');
});

test('Khmer dates use Khmer digits, or Latin ones if the owner chooses them', async ({
  admin,
  page,
  site,
}) => {
  const { slug } = site.buildPost({ headline: 'អំពីលេខ', language: 'km', now: Date.UTC(2025, 2, 9, 5) });
  const choose = async (isOwn: boolean) => {
    await admin.goto('/admin/settings');
    await admin.getByLabel(/own digits/).setChecked(isOwn);
    await admin.getByRole('button', { name: 'Save' }).click();
    await expect(admin.getByText('Readers see the change now.')).toBeVisible();
    await page.goto(`/${encodeURIComponent(slug)}`);
  };
  await choose(false);
  await expect(page.getByRole('article').getByRole('time').first()).toContainText('9 មីនា 2025');
  await choose(true);
  await expect(page.getByRole('article').getByRole('time').first()).toContainText('៩ មីនា ២០២៥');
});

test('a topic is shown with its picture', async ({ admin, page }) => {
  await admin.goto('/admin/topics');
  const topic = admin.getByRole('listitem').filter({ hasText: 'The river' }).first();
  await topic.locator('summary').first().click();
  // The pictures are many, and a page has many topics.
  await expect(topic.getByRole('radio')).toHaveCount(0);
  await topic.getByText(/^Picture: /).click();
  await topic.getByRole('radio').last().check();
  await topic.getByRole('button', { name: 'Save' }).click();
  await expect(topic.getByText('Saved.')).toBeVisible();
  await page.goto('/topics/river');
  await expect(page.getByRole('figure').getByRole('img')).toBeVisible();
});

test('an opinion ends with a note about its author, in its own language or not at all', async ({
  page,
  site,
}) => {
  const { authorId } = buildAuthor(site.db);
  const biography = JSON.stringify({ en: 'Nobody knows the river as she does.' });
  site.db.$client.prepare('update authors set biography = ? where id = ?').run(biography, authorId);
  const byline = [{ authorId, name: 'Sokha' }];
  for (const [language, lines] of [
    ['en', 1],
    ['km', 0],
  ] as const) {
    const { slug } = site.buildPost({ language, byline });
    await page.goto(`/${slug}`);
    await expect(page.getByText('Nobody knows the river as she does.')).toHaveCount(lines);
  }
});

test('an author’s page links to the author’s own sites', async ({ admin, page }) => {
  await admin.goto('/admin/authors');
  const author = admin.getByRole('listitem').filter({ hasText: 'Tomas Arkwell' }).first();
  await author.locator('summary').first().click();
  await author.getByLabel('Links').fill('javascript:alert(1)');
  await author.getByRole('button', { name: 'Save' }).click();
  await expect(author.getByRole('alert')).toContainText('https://');
  await author.getByLabel('Links').fill('https://t.me/arkwell\nmailto:tomas@example.org');
  await author.getByRole('button', { name: 'Save' }).click();
  await expect(author.getByText('Saved.')).toBeVisible();
  await page.goto('/authors/tomas-arkwell');
  await expect(page.getByRole('link', { name: 't.me/arkwell' })).toHaveAttribute(
    'href',
    'https://t.me/arkwell',
  );
  await expect(page.getByRole('link', { name: 'tomas@example.org' })).toBeVisible();
});
