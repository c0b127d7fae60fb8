import { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { documentSchema } from '@/lib/document/schema';
import { bodyText } from '@/lib/document/text';
import { countWords } from '@/lib/document/words';
import { wordsOf } from './counts';

test('the words of a text are those that are stored with it: notes and captions too', () => {
  const text = (words: string) => ({ type: 'text', text: words });
  const body = {
    type: 'doc' as const,
    content: [
      {
        type: 'paragraph',
        content: [text('The river rose.'), { type: 'footnote', attrs: { text: 'By two metres.' } }],
      },
      { type: 'figure', attrs: { mediaId: 'a', caption: 'The bridge', credit: 'Dara' } },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('One more')] }] }],
      },
    ],
  };
  const doc = Node.fromJSON(documentSchema, body);
  expect(wordsOf(doc, 'en')).toBe(3 + 3 + 3 + 2);
  expect(wordsOf(doc, 'en')).toBe(countWords(bodyText(body), 'en'));
});
