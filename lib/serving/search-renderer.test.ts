import { beforeEach, expect, test, vi } from 'vitest';
import { pieceOf } from '@/lib/process/gzip-pieces';
import { searchRenderer } from './search-renderer';

const searched: unknown[] = [];
vi.mock('@/lib/posts/search-in-thread', () => ({
  searchInThread: async (task: { query: string }) => {
    searched.push(task);
    return { piece: pieceOf(Buffer.from(`<p>${task.query}</p>`)), specimen: '<p>' };
  },
}));

/** The targets that Next was asked for. */
let asked: string[];
let frame: { status: number; html: string };

const renderSearch = () =>
  searchRenderer(async (path) => {
    asked.push(path);
    return { status: frame.status, headers: { 'content-type': 'text/html' }, body: Buffer.from(frame.html) };
  }, 'the.db');

beforeEach(() => {
  asked = [];
  searched.length = 0;
  frame = { status: 200, html: '<main><slot name="search"></slot></main>' };
});

test('Next renders the frame once per content version, and a thread what is in it', async () => {
  const render = renderSearch();
  const partsOf = async (key: string, version: number) => {
    const { body, part } = await render(key, version);
    return [String(body), String(part?.piece.plain)];
  };
  expect(await partsOf('/search?q=river&page=2', 1)).toEqual([frame.html, '<p>q=river&page=2</p>']);
  expect(await partsOf('/search?q=a%3Fb', 1)).toEqual([frame.html, '<p>q=a%3Fb</p>']);
  expect(await partsOf('/search', 1)).toEqual([frame.html, '<p></p>']);
  expect(asked).toEqual(['/search?q=', '/search']);
  expect(searched[0]).toEqual({ file: 'the.db', version: 1, query: 'q=river&page=2', language: null });
  frame.html = '<body><slot name="search"></slot></body>';
  expect(await partsOf('/search?q=river', 2)).toEqual([frame.html, '<p>q=river</p>']);
});

test('a search in a language has a frame and results in it', async () => {
  await renderSearch()('/km/search?q=river', 1);
  expect(asked).toEqual(['/km/search?q=']);
  expect(searched).toEqual([{ file: 'the.db', version: 1, query: 'q=river', language: 'km' }]);
});

test('a frame that failed is passed on and asked for again', async () => {
  const render = renderSearch();
  frame.status = 500;
  expect((await render('/search', 1)).status).toBe(500);
  expect(searched).toEqual([]);
  frame.status = 200;
  expect((await render('/search', 1)).status).toBe(200);
});
