import { expect, test } from 'vitest';
import { hasEditions } from '@/lib/serving/requested-edition';
import { RouteTable } from '@/lib/serving/route-table';
import { ROUTES } from '@/lib/serving/routes';
import { inColours } from './colours';

const table = new RouteTable(ROUTES);

const dark = (body: string, head = '') =>
  inColours(`<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`, 'dark', {
    siteUrl: 'https://lamp.example',
    hasEditions: (path: string) => hasEditions(table, path),
  });

test('the root element sets the colours, and the browser’s own match them', () => {
  const html = dark(
    '',
    '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fff"/>' +
      '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#000"/>',
  );
  expect(html).toContain('<html data-colours="dark" lang="en">');
  expect(html.match(/theme-color/g)).toHaveLength(1);
  expect(html).toContain('<meta name="theme-color" content="#16161a">');
});

test('links and forms keep these colours; shared addresses, files and notes do not', () => {
  const html = dark(
    '<a class="x" href="/topics/a?b=1&amp;c=2">T</a><a href="https://lamp.example/own">O</a>' +
      '<form class="search-form" action="/search"></form><a href="#fn-1">1</a><a href="/feed.xml">F</a>' +
      '<a rel="bookmark" href="https://lamp.example/a">A</a><a data-edition="text" href="/text/a">Text</a>',
    '<link rel="canonical" href="https://lamp.example/a"/>',
  );
  for (const kept of [
    'class="x" href="/dark/topics/a?b=1&amp;c=2"',
    'href="/dark/own"',
    'action="/dark/search"',
    'href="#fn-1"',
    'href="/feed.xml"',
    '<a rel="bookmark" href="https://lamp.example/a">',
    '<a data-edition="text" href="/text/a">',
    '<link rel="canonical" href="https://lamp.example/a"/>',
  ])
    expect(html).toContain(kept);
});

test('the switch marks the current choice and links to the others', () => {
  const html = dark(
    '<a data-edition="light" rel="nofollow" href="/light/a">L</a><a data-edition="dark" rel="nofollow" href="/dark/a">D</a>' +
      '<a data-edition="page" aria-current="true" href="/a">As my device</a>',
  );
  expect(html).toContain('<a data-edition="light" rel="nofollow" href="/light/a">');
  expect(html).toContain('<a aria-current="true" data-edition="dark" rel="nofollow" href="/dark/a">');
  expect(html).toContain('<a data-edition="page" href="/a">');
});
