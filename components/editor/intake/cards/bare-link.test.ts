import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { documentSchema } from '@/lib/document/schema';
import { bareLinkAt } from './bare-link';

/** Returns what is offered with the caret at the end of a block. */
function offered(block: object, caret?: number) {
  const doc = documentSchema.nodeFromJSON({ type: 'doc', content: [block] });
  const at = caret ?? doc.content.size - 1;
  return bareLinkAt(EditorState.create({ doc, selection: TextSelection.create(doc, at) }))?.url ?? null;
}

const line = (text: string) => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] });

test('a line that is only an address can become a card', () => {
  expect(offered(line('https://example.org/page?a=1'))).toBe('https://example.org/page?a=1');
});

test('a link among words, an invalid address, an empty line and a list are not offered', () => {
  expect(offered(line('See https://example.org/page'))).toBeNull();
  expect(offered(line('https://'))).toBeNull();
  expect(offered(line(''))).toBeNull();
  const list = {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [line('https://example.org/')] }],
  };
  expect(offered(list, 5)).toBeNull();
});
