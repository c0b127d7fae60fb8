import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { readPasted } from './read-pasted';

const CORPUS = fileURLToPath(new URL('./corpus/', import.meta.url));
const parse = (html: string): HTMLElement => {
  const whole = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  return parseHTML(whole).document.body as unknown as HTMLElement;
};
const paste = (html: string, text = '') => readPasted({ html, text, isAsText: false }, parse);

/** Words of the private comments in the corpus. */
const PRIVATE =
  /print|private number|lawyer|libel|Friday|off the record|not be named|brother|between us|We know|pays us|Really|who paid|stay\?/;

test.each(readdirSync(CORPUS).filter((name) => /comment|changes/.test(name) && !name.includes('expected')))(
  'no word of a comment in %s is pasted, as formatted text or as plain text',
  async (name) => {
    const content = readFileSync(CORPUS + name, 'utf8');
    const contents = name.endsWith('.txt') ? ['', content] : [content, parse(content).textContent ?? ''];
    const [html = '', text = ''] = contents;
    expect((await paste(html, html ? '' : text)).html).not.toMatch(PRIVATE);
    // Of too much formatting the words stay, but not those of comments.
    if (html) expect((await paste(html + '<i></i>'.repeat(50_001))).html).not.toMatch(PRIVATE);
  },
);

test('a comment copied without its sign in the text, and a sign without its comment, are left out', async () => {
  const comment = '<div><p><a href="#cmnt_ref3" id="cmnt3">[c]</a><span>Secret.</span></p></div>';
  const sign = '<sup><a href="#cmnt3" id="cmnt_ref3">[c]</a></sup>';
  expect((await paste(`<p>Words.</p>${comment}`)).html).toBe('<p>Words.</p>');
  const cleaned = await paste(`<p>Words.${sign}</p>`);
  expect([cleaned.html, cleaned.report.removed.comments]).toEqual(['<p>Words.</p>', 1]);
});

test('a comment in markup without paragraphs ends at its line', async () => {
  const html = 'Words.<br><a href="#cmnt_ref1" id="cmnt1">[a]</a> Secret <b>words</b>.<br>More.';
  expect((await paste(html)).html).toBe('<p>Words.<br>More.</p>');
});

test('notes with letters, links with brackets and words about comments stay', async () => {
  const text = 'See [a] and [b].\n\n[a] First source.\n[b] Second source.';
  expect((await paste('', text)).html).toContain('First source');
  const html = '<p class="comment-free">No <a href="https://a.example/x#comments">comment</a>.</p>';
  expect((await paste(html)).html).toContain('>comment</a>');
});
