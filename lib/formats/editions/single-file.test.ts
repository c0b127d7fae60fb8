import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { singleFile } from './single-file';
import { type SiteFiles, siteFiles } from './site-files';

let folder: string;
let files: SiteFiles;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-copy-'));
  mkdirSync(join(folder, 'media/abcdefgh'), { recursive: true });
  for (const name of ['480.webp', '800.webp', '1200.webp', '1200.jpg'])
    writeFileSync(join(folder, 'media/abcdefgh', name), name);
  writeFileSync(join(folder, 'secret'), 'secret');
  files = siteFiles(join(folder, 'media'), join(folder, 'build'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const copyOf = (body: string) =>
  singleFile(
    `<!DOCTYPE html><html lang="en"><head><title>T</title><link rel="canonical" href="https://first.example/p">
<style>p{color:red}</style></head><body><header><p data-part="masthead-name">The Lamp</p><nav>Menu</nav></header><main>${body}</main></body></html>`,
    { key: '/a-post', siteUrl: 'https://lamp.example', readFile: files.read },
  );
const data = (name: string) => `base64,${Buffer.from(name).toString('base64')}"`;

test('a copy contains its picture at a moderate size, and absolute links', async () => {
  const copy = await copyOf(
    `<article data-part="post-article" lang="en"><h1>A post</h1><picture><source type="image/webp"
srcSet="/media/abcdefgh/480.webp 480w, /media/abcdefgh/800.webp 800w, /media/abcdefgh/1200.webp 1200w">
<img src="/media/abcdefgh/1200.jpg" alt="A river" loading="lazy"></picture>
<p><a href="/topics/x">X</a><a href="#fn-1">1</a><a href="mailto:a@b.example">M</a></p></article>`,
  );
  expect(copy?.html).toContain(`data:image/webp;${data('800.webp')}`);
  expect(copy?.html).toContain('<header><p data-part="masthead-name">The Lamp</p></header>');
  expect(copy?.html).not.toMatch(/loading=|srcset|<source|Menu/i);
  expect(copy?.html).toContain('href="https://lamp.example/topics/x"');
  expect(copy?.html).toContain('href="#fn-1"');
  expect(copy?.html).toContain('href="mailto:a@b.example"');
  expect(copy?.html).toContain('<link rel="canonical" href="https://first.example/p">');
  expect(copy?.html).toContain('<a href="https://lamp.example/a-post">https://lamp.example/a-post</a>');
  expect(copy?.policy).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; font-src data:;/,
  );
  expect(copy?.html).toContain('http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;');
});

test('text that looks like an entity stays text in the copy', async () => {
  const copy = await copyOf(
    '<article data-part="post-article"><p title="3 &amp;lt; 4 &amp;gt">x</p><a href="https://a.example/?b&amp;copy">A</a></article>',
  );
  expect(copy?.html).toContain('title="3 &amp;lt; 4 &amp;gt"');
  expect(copy?.html).toContain('href="https://a.example/?b&amp;copy"');
});

test('a picture whose file is gone is replaced by its alt text', async () => {
  const copy = await copyOf(
    '<article data-part="post-article" lang="km"><h1>P</h1><img src="/media/abcdefgh/x.jpg" alt="ទន្លេ"></article>',
  );
  expect(copy?.html).toContain('[រូបភាព: ទន្លេ]');
});

test('only posts have copies', async () => {
  expect(await copyOf('<article data-part="post-card"><h2>Listed</h2></article>')).toBeNull();
});

test('only pictures and build files are read', async () => {
  for (const path of [
    '/media/../secret',
    '/media/abcdefgh/../../secret',
    '/_next/static/../../secret',
    '/secret',
    '',
  ])
    expect(await files.read(path), path).toBeNull();
  expect((await files.read('/media/abcdefgh/480.webp'))?.toString()).toBe('480.webp');
  expect(await files.sizeOf('/media/abcdefgh/none.webp')).toBe(0);
});
