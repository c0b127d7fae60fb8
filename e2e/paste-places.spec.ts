import type { Locator, Page } from '@playwright/test';
import { Desk } from './desk';
import { expect, test } from './fixtures';

/** Pastes as a browser does: one event with every format of the content. */
function paste(into: Locator, contents: Record<string, string>): Promise<void> {
  return into.evaluate((element, contents) => {
    const clipboardData = new DataTransfer();
    for (const [type, content] of Object.entries(contents)) clipboardData.setData(type, content);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, contents);
}

/** Drops as a browser does when something is dragged from another window, before the first letter of an element. */
function drop(onto: Locator, contents: Record<string, string>): Promise<void> {
  return onto.evaluate((element, contents) => {
    const dataTransfer = new DataTransfer();
    for (const [type, content] of Object.entries(contents)) dataTransfer.setData(type, content);
    const { left, top, height } = element.getBoundingClientRect();
    const at = { clientX: left + 1, clientY: top + height / 2, bubbles: true, cancelable: true };
    element.dispatchEvent(new DragEvent('drop', { ...at, dataTransfer }));
  }, contents);
}

async function written(admin: Page, site: Parameters<Desk['begin']>[0], words: string): Promise<Desk> {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await admin.keyboard.type(words);
  return desk;
}

async function left(admin: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await admin.keyboard.press('ArrowLeft');
}

test('words pasted into a line keep the spaces at their edges', async ({ admin, site }) => {
  const desk = await written(admin, site, 'Hello world');
  await left(admin, 5);
  await paste(desk.body, { 'text/html': "<meta charset='utf-8'><span>big </span>", 'text/plain': 'big ' });
  await expect(desk.body).toHaveText('Hello big world');
  await desk.saved();
});

test('a heading pasted after words is a heading, and one within a paragraph splits it', async ({
  admin,
  site,
}) => {
  const desk = await written(admin, site, 'Before after');
  await paste(desk.body, { 'text/html': '<h2>At the end</h2>' });
  await expect(desk.body.locator('h2')).toHaveText('At the end');
  await expect(desk.body.locator('p').first()).toHaveText('Before after');
  await admin.keyboard.press('Control+Home');
  for (let time = 0; time < 7; time += 1) await admin.keyboard.press('ArrowRight');
  await paste(desk.body, { 'text/html': '<ul><li>one</li><li>two</li></ul>' });
  await expect(desk.body.locator('li')).toHaveText(['one', 'two']);
  await expect(desk.body.locator(':scope > p').first()).toHaveText('Before ');
  await expect(desk.body.locator(':scope > ul + p')).toHaveText('after');
  await desk.saved();
});

test('an address pasted over words links them, also when a page title comes along', async ({
  admin,
  site,
}) => {
  const desk = await written(admin, site, 'the report');
  await admin.keyboard.press('Shift+Control+ArrowLeft');
  await paste(desk.body, {
    'text/html': '<a href="https://example.org/report">The Annual Report, 2022</a>',
    'text/plain': 'https://example.org/report',
  });
  await expect(desk.body.getByRole('link', { name: 'report' })).toHaveAttribute(
    'href',
    'https://example.org/report',
  );
  await expect(desk.body).toHaveText('the report');
  // Within the link, what is pasted becomes part of it.
  await admin.keyboard.press('End');
  await left(admin, 3);
  await paste(desk.body, { 'text/html': '<span>e<b>x</b></span>', 'text/plain': 'ex' });
  await expect(desk.body.getByRole('link')).toHaveText(['repexort']);
  await desk.saved();
});

test('what is dropped from another window is cleaned as a paste is, where it is dropped', async ({
  admin,
  site,
}) => {
  const desk = await written(admin, site, 'First.');
  await admin.keyboard.press('Enter');
  await admin.keyboard.type('Second.');
  await drop(desk.body.locator('p').nth(1), {
    'text/html':
      '<p style="color:red">Dropped.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> </p><div class="ad">Buy!</div><p>Also.</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>Secret</p></div>',
    'text/plain': 'Dropped. Also.',
  });
  await expect(desk.body.locator('p')).toHaveText(['First.', 'Dropped.', 'Also.Second.']);
  await expect(desk.body.locator('[style*="red"]')).toHaveCount(0);
  const summary = admin.getByRole('complementary', { name: 'Paste summary' });
  await summary.getByText('Pasted from a web page').click();
  await expect(summary).toContainText('1 comment');
  await desk.saved();
});

test('a form whose fields have the names of properties is pasted as its words', async ({ admin, site }) => {
  const desk = await written(admin, site, '');
  const html =
    '<form><p>The words.</p><input name="nodeName"><input name="childNodes"></form><img name="body" src="x"><p>More.</p>';
  await paste(desk.body, { 'text/html': `<p data-pm-slice="0 0 []">A.</p>${html}`, 'text/plain': 'words' });
  await expect(desk.body.locator('p')).toHaveText(['A.', 'The words.', 'More.']);
});

test('a footnote keeps its links and paragraphs, and is edited with them', async ({ admin, site, page }) => {
  const desk = await written(admin, site, 'Words. ');
  const note =
    '<div id="n1"><a href="#r1">1</a> <p>See <a href="https://a.example/">page 4</a>.</p><p>And more.</p></div>';
  await paste(desk.body, {
    'text/html': `<p>One.<a href="#n1" id="r1">1</a> Two.<a href="#n1">1</a> Three.</p><hr>${note}`,
    'text/plain': 'One. Two. Three.',
  });
  const signs = desk.body.getByRole('button', { name: /^Footnote: See page 4/ });
  await expect(signs).toHaveCount(2);
  await expect(signs.last()).toHaveText('1');
  await signs.first().click();
  const field = admin.getByRole('textbox', { name: 'Footnote' });
  await expect(field.getByRole('link')).toHaveText('page 4');
  await field.click();
  await admin.keyboard.press('Control+End');
  await admin.keyboard.type(' Still');
  await admin.keyboard.press('Enter');
  await admin.keyboard.type('more.');
  await admin.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await desk.headline.fill('Notes');
  await page.goto(await desk.publish());
  const notes = page.locator('.footnotes li');
  await expect(notes).toHaveCount(1);
  await expect(notes.locator('p')).toHaveText(['See page 4.', 'And more. Still', /^more\. ↩ ↩$/]);
});

test('lists count as they did where they were copied, and as their author types', async ({
  admin,
  site,
  page,
}) => {
  const desk = await written(admin, site, 'ក. ');
  await admin.keyboard.type('law');
  await admin.keyboard.press('Enter');
  await admin.keyboard.type('court');
  await admin.keyboard.press('Enter');
  await admin.keyboard.press('Enter');
  await admin.keyboard.type('1999. It was a year.');
  await expect(desk.body.locator('ol')).toHaveAttribute('type', 'khmer-letters');
  await expect(desk.body.locator('ol')).toHaveCSS('list-style-type', 'khmer-letters');
  await expect(desk.body.locator('li')).toHaveText(['law', 'court']);
  await admin.keyboard.press('Enter');
  await paste(desk.body, { 'text/html': '<ol type="i" start="3"><li>three</li><li>four</li></ol>' });
  await expect(desk.body.locator('ol[type="i"]')).toHaveCSS('list-style-type', 'lower-roman');
  await desk.headline.fill('Lists');
  await page.goto(await desk.publish());
  await expect(page.locator('ul.signed li')).toHaveText(['ក. law', 'ខ. court']);
  await expect(page.locator('ol[type="i"]')).toHaveAttribute('start', '3');
});
