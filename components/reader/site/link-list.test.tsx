import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LinkList } from './link-list';

test('a row of links is a list, so that a browser without styles does not run the words together', () => {
  const html = renderToStaticMarkup(
    <LinkList label="Menu" className="flex">
      {['Topics', 'Archive'].map((name) => (
        <a key={name} href="/">
          {name}
        </a>
      ))}
      <a href="/search">Search</a>
    </LinkList>,
  );
  expect(html.replace(/ class="[^"]*"/g, '')).toBe(
    '<nav aria-label="Menu"><ul><li><a href="/">Topics</a></li><li><a href="/">Archive</a></li><li><a href="/search">Search</a></li></ul></nav>',
  );
});
