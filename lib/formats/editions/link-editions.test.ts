import { expect, test } from 'vitest';
import { linkEditions } from './link-editions';

const files = { read: async () => null, sizeOf: async () => 0 };
const linked = (html: string) => linkEditions(html, '/a?b=1&c=2', files);

test('links to other editions of a page get its address, whatever other attributes they have', async () => {
  expect(
    await linked(
      '<a data-edition="text" href="/text">T</a><a class="x" data-edition="dark" rel="nofollow" href="/dark">D</a>' +
        '<a href="/" class="x" data-edition="page">P</a><a class="x" href="/topics">Topics</a>',
    ),
  ).toBe(
    '<a data-edition="text" href="/text/a?b=1&amp;c=2">T</a><a class="x" data-edition="dark" rel="nofollow" href="/dark/a?b=1&amp;c=2">D</a>' +
      '<a href="/a?b=1&amp;c=2" class="x" data-edition="page">P</a><a class="x" href="/topics">Topics</a>',
  );
});

test('the approximate size of a copy replaces its place, whatever class that has', async () => {
  for (const place of ['<span data-copy-size=""></span>', '<span class="x" data-copy-size=""></span>'])
    expect(await linked(`<p>${place}</p><article>Words</article>`)).toMatch(
      /^<p>\(≈ \d+ KB\)<\/p><article>Words/,
    );
});
