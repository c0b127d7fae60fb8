import { khmerWords } from '@/lib/language/khmer-words';
import { expect, test } from './fixtures';

const PROSE =
  'បណ្ណាល័យក្រុងបិទទ្វារនៅម៉ោងប្រាំល្ងាច ខណៈដែលអ្នកអានភាគច្រើនទើបតែទំនេរ។ ការបើកបន្ថែមតែបីម៉ោងក្នុងមួយថ្ងៃ អាចផ្លាស់ប្តូរការសិក្សារបស់ក្មេងៗជាច្រើន។ ';

/** Returns the text of each line box of an element, as laid out by the browser. */
function linesOf(element: Element): string[] {
  const lines: string[] = [];
  let top = Number.NaN;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    for (let at = 0; at < text.length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [box] = range.getClientRects();
      // A sign that is drawn on its letter may have no box of its own, and is higher or lower than it.
      const isNewLine = box && box.left < 40 && !(Math.abs(box.top - top) < box.height / 2);
      if (isNewLine) {
        lines.push('');
        top = box.top;
      }
      lines.push((lines.pop() ?? '') + (text[at] ?? ''));
    }
  }
  return lines;
}

/** Words that browsers break, where their dictionary does not have them. */
const LONG_WORDS = 'លទ្ធិប្រជាធិបតេយ្យ និង ប្រជាធិបតេយ្យក្នុងសាធារណរដ្ឋកម្ពុជាប្រជាធិបតេយ្យ';

test('Khmer lines break between words, and never between a letter and its signs', async ({ page, site }) => {
  const whole = `${PROSE.repeat(3)}${LONG_WORDS.repeat(3)}`;
  const { slug } = site.buildPost({ headline: 'អំពីបណ្ណាល័យ', language: 'km', text: whole });
  const ends = new Set<number>();
  let length = 0;
  for (const part of whole.split(/(?<=[^\u1780-\u17D3\u17D7\u17DD])|(?=[^\u1780-\u17D3\u17D7\u17DD])/)) {
    for (const word of khmerWords(part)) {
      length += word.length;
      ends.add(length);
    }
  }
  for (const width of [320, 360, 412]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/${encodeURIComponent(slug)}`);
    await page.evaluate(() => document.fonts.ready);
    const lines = await page.getByTestId('document-body').locator('p').evaluate(linesOf);
    expect(lines.length, String(width)).toBeGreaterThan(8);
    expect(lines.join('')).toBe(whole);
    let end = 0;
    for (const line of lines) {
      expect(line, String(width)).not.toMatch(/^[\u17B4-\u17D3\u17D7\u17DD]/);
      end += line.length;
      expect(ends.has(end), `${width}: …${line.slice(-20)}`).toBe(true);
    }
  }
});

test('no line of Khmer clips the signs of another', async ({ page, site }) => {
  const { slug } = site.buildPost({
    headline: 'ស្ត្រីខ្មែរ ក្រោមម្លប់',
    language: 'km',
    text: 'ស្ត្រីខ្ញុំឱ្យគ្រឿង ក្រោមម្លប់ដើម្បីស្រឡាញ់ '.repeat(20),
  });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`/${encodeURIComponent(slug)}`);
  for (const [part, least] of [
    [page.getByRole('heading', { level: 1 }), 1.5],
    [page.getByTestId('document-body').locator('p'), 1.7],
    [page.getByTestId('meta'), 1.6],
  ] as const) {
    const ratio = await part.first().evaluate((element) => {
      const style = getComputedStyle(element);
      return Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize);
    });
    expect(ratio, String(part)).toBeGreaterThanOrEqual(least);
  }
});
