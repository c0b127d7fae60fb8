import { expect, test } from 'vitest';
import { COPY_NOTE } from '../formats/editions/copy-style';
import { siteFiles } from '../formats/editions/site-files';
import type { Page } from './page';
import { parsePageRequest } from './page-key';
import { pageStyles } from './page-styles';
import { pageRenderer } from './render-page';
import { RouteTable } from './route-table';
import { ROUTES } from './routes';

const table = new RouteTable(ROUTES);
const PAGE = `<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/a.css"/></head>
<body><main><article data-part="post-article" lang="en"><h1>A post</h1></article></main></body></html>`;
const NOTE_RULES = COPY_NOTE.split(' ').map((name) => `.${name}{order:1}`);

/** What Next sends beside a page that waited for something, such as a search. */
const EARLY = '</>; rel=preconnect; crossorigin="", </a.css>; rel=preload; as="style"';

/** Returns the answer to a target, from a build whose stylesheet has these rules. */
async function answerAt(target: string, rules: string[]): Promise<Page> {
  const headers = { 'content-type': 'text/html', link: EARLY };
  const rendered = { status: 200, headers, body: Buffer.from(PAGE) };
  const render = async () => rendered;
  const renderPage = pageRenderer({
    render,
    renderPlace: render,
    languages: () => ['en', 'km'],
    findMissing: () => {
      throw new Error('Nothing is missing.');
    },
    readStylesheet: () => pageStyles(rules.join('')),
    headers: {},
    hasEdges: false,
    siteUrl: 'https://lamp.example',
    files: siteFiles('media', 'build'),
    table,
  });
  const request = parsePageRequest(target, table);
  if (!request || 'redirect' in request) throw new Error(target);
  return renderPage(request, 1);
}

const bodyAt = async (target: string, rules: string[]) => (await answerAt(target, rules)).plain.toString();

test('browsers are not asked to load the stylesheet that the page contains', async () => {
  expect((await answerAt('/search?q=river', [])).headers).not.toHaveProperty('link');
});

test('a copy has the rules for what only a copy has, and its page has not', async () => {
  const rules = [...NOTE_RULES, '.elsewhere{order:2}'];
  const copy = await bodyAt('/a-post/copy.html', rules);
  expect(copy).toContain(`class="${COPY_NOTE}"`);
  for (const rule of NOTE_RULES) expect(copy).toContain(rule);
  expect(copy).not.toContain('elsewhere');
  const page = await bodyAt('/a-post', rules);
  for (const rule of NOTE_RULES) expect(page).not.toContain(rule);
});
