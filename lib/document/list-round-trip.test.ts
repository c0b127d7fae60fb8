import { DOMParser, DOMSerializer, Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { readPasted } from '@/lib/cleaning/read-pasted';
import { absoluteHtml, feedHtml } from '@/lib/formats/feeds/feed-html';
import { LIST_TYPES } from '@/lib/language/list-signs';
import { renderBodyHtml } from './html';
import { signsOf } from './list-html';
import { documentSchema } from './schema';
import type { Body, BodyNode } from './types';

function parse(html: string): HTMLElement {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document
    .body as unknown as HTMLElement;
}

/** A numbered list of any kind, on one or two levels. */
const anyList: fc.Arbitrary<BodyNode> = fc
  .record({
    type: fc.constantFrom(...LIST_TYPES),
    start: fc.constantFrom(1, 2, 5, 31),
    reversed: fc.boolean(),
    inner: fc.constantFrom(...LIST_TYPES, 'none'),
    count: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ type, start, reversed, inner, count }) => {
    const item = (words: string, nested: BodyNode[] = []): BodyNode => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }, ...nested],
    });
    const nested = { type: 'orderedList', attrs: { type: inner }, content: [item('in'), item('out')] };
    const items = Array.from({ length: count }, (_none, index) =>
      item(`word${index}`, index === 0 && inner !== 'none' ? [nested] : []),
    );
    // A reversed list of readers' pages ends at 1 unless it says where it begins.
    const isWhole = reversed && start === count;
    return { type: 'orderedList', attrs: { type, start: isWhole ? 1 : start, reversed }, content: items };
  });

const bodyOf = (list: BodyNode) =>
  Node.fromJSON(documentSchema, { type: 'doc', content: [list] }).toJSON() as Body;

async function pasted(html: string): Promise<Body> {
  const cleaned = await readPasted({ html, text: '', isAsText: false }, parse);
  return DOMParser.fromSchema(documentSchema)
    .parse(parse(cleaned.html) as never)
    .toJSON() as Body;
}

test('a list of any kind survives a copy from the editor', async () => {
  await fc.assert(
    fc.asyncProperty(anyList, async (list) => {
      const body = bodyOf(list);
      const { document } = parseHTML('<!doctype html><html><body></body></html>');
      const holder = document.createElement('div');
      const { content } = Node.fromJSON(documentSchema, body);
      holder.append(
        DOMSerializer.fromSchema(documentSchema).serializeFragment(content, { document } as never),
      );
      expect(await pasted(holder.innerHTML)).toEqual(body);
    }),
    { numRuns: 80 },
  );
});

test('a list of any kind survives a copy from readers’ pages and from feeds', async () => {
  await fc.assert(
    fc.asyncProperty(anyList, async (list) => {
      const body = bodyOf(list);
      const html = renderBodyHtml(body, { media: new Map(), language: 'en' });
      const isKhmer = /khmer/.test(JSON.stringify(body));
      // Readers' pages have the signs of Khmer lists as words, from which a copy does not see the direction.
      if (!isKhmer) expect(await pasted(html)).toEqual(body);
      if (!isKhmer) expect(await pasted(feedHtml(html, 'https://example.org/a'))).toEqual(body);
      const signs = signsOf(list.attrs, list.content?.length ?? 0);
      if (String(list.attrs?.type).startsWith('khmer')) {
        const text = parse(absoluteHtml(html, 'https://example.org/a')).textContent;
        for (const [index, sign] of signs.entries()) expect(text).toContain(`${sign}. word${index}`);
      }
    }),
    { numRuns: 80 },
  );
});

test.each([
  ['a', 'a) one\nb) two'],
  ['A', 'A. one\nB. two'],
  ['i', 'i. one\nii. two'],
  ['I', 'I. one\nII. two'],
  ['khmer', '១. one\n២. two'],
  ['khmer-letters', 'ក. one\nខ. two'],
  [null, '1. one\n2. two'],
])('a list that counts by %s is read from plain text', async (type, text) => {
  const cleaned = await readPasted({ html: '', text, isAsText: false }, parse);
  const body = DOMParser.fromSchema(documentSchema).parse(parse(cleaned.html) as never);
  expect(body.firstChild?.attrs).toMatchObject({ type, start: 1 });
  expect(body.firstChild?.textContent).toBe('onetwo');
});
