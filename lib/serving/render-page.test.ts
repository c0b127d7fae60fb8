import { describe, expect, test } from 'vitest';
import { pieceOf } from '@/lib/process/gzip-pieces';
import { COPY_NOTE } from '../formats/editions/copy-style';
import { siteFiles } from '../formats/editions/site-files';
import { type Page, plainOf } from './page';
import { type PageRequest, parsePageRequest } from './page-key';
import { pageStyles } from './page-styles';
import type { Rendered } from './render';
import { pageRenderer } from './render-page';
import { RouteTable } from './route-table';
import { ROUTES } from './routes';

const table = new RouteTable(ROUTES);
const FRAME = `<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/a.css"/></head>
<body><slot name="search"></slot><a data-edition="text" href="/text">Text</a></body></html>`;
const PAGE = `<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/a.css"/></head>
<body><main><article data-part="post-article" lang="en"><h1>A post</h1></article></main></body></html>`;
const NOTE_RULES = COPY_NOTE.split(' ').map((name) => `.${name}{order:1}`);

/** What Next sends beside a page that waited for something, such as a search. */
const EARLY = '</>; rel=preconnect; crossorigin="", </a.css>; rel=preload; as="style"';

/** Returns the answer to a target, from a build whose stylesheet has these rules. */
function answerAt(target: string, rules: string[]): Promise<Page> {
  return rendererOf(rules, async () => rendered(PAGE))(requestOf(target), 1);
}

function rendered(html: string): Rendered {
  return { status: 200, headers: { 'content-type': 'text/html', link: EARLY }, body: Buffer.from(html) };
}

function requestOf(target: string): PageRequest {
  const request = parsePageRequest(target, table);
  if (!request || 'redirect' in request) throw new Error(target);
  return request;
}

function rendererOf(rules: string[], render: () => Promise<Rendered>) {
  return pageRenderer({
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
}

const bodyAt = async (target: string, rules: string[]) => plainOf(await answerAt(target, rules)).toString();

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

describe('the page of a search', () => {
  const rules = ['.found{order:1}', '.none{order:2}', '.elsewhere{order:3}'];
  const frame = rendered(FRAME);
  const part = (name: string, words: string) => ({
    piece: pieceOf(Buffer.from(`<p class="${name}">${words}</p>`)),
    specimen: `<p class="${name}">`,
  });
  const pageAt = async (target: string, name: string, words = name) => {
    const render = rendererOf(rules, async () => ({ ...frame, part: part(name, words) }));
    return String(plainOf(await render(requestOf(target), 1)));
  };

  test('it has the styles of what is found, and links to its own editions', async () => {
    const page = await pageAt('/search?q=river', 'found', 'A river');
    expect(page).toContain('<p class="found">A river</p>');
    expect(page).toContain('.found{order:1}');
    expect(page).not.toContain('order:2');
    expect(page).not.toContain('order:3');
    expect(page).toContain('href="/text/search?q=river"');
  });

  test('searches that look different have styles of their own, one after the other', async () => {
    const looks = ['found', 'none', 'found'];
    const render = rendererOf(rules, async () => ({ ...frame, part: part(looks.shift() ?? '', 'words') }));
    const pages = [1, 2, 3].map(async (n) => String(plainOf(await render(requestOf(`/search?q=${n}`), 1))));
    const orders = (await Promise.all(pages)).map((page) => /order:(.)/.exec(page)?.[1]);
    expect(orders).toEqual(['1', '2', '1']);
  });
});
