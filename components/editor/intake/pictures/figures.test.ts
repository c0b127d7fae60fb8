import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import type { MediaFacts } from '@/lib/document/media-facts';
import { documentSchema as schema } from '@/lib/document/schema';
import { asGalleries, blocksOf, joinGroup } from './figures';

const medium = (id: string, kind: MediaFacts['kind'] = 'picture') =>
  ({ id, kind, alt: '', caption: `Of ${id}`, credit: '' }) as MediaFacts;
const ready = (...ids: string[]) => ids.map((id) => ({ media: medium(id) }));
const shape = (ids: string[]) =>
  blocksOf(schema, ready(...ids)).map(({ type, childCount }) => [type.name, childCount]);
const letters = (count: number) => Array.from({ length: count }, (_, index) => `picture${index}`);

test('one picture is a figure, several are a gallery, and many are galleries of similar size', () => {
  expect(shape(letters(1))).toEqual([['figure', 0]]);
  expect(shape(letters(9))).toEqual([['gallery', 9]]);
  expect(shape(letters(10))).toEqual([
    ['gallery', 5],
    ['gallery', 5],
  ]);
  expect(asGalleries(letters(19)).map(({ length }) => length)).toEqual([7, 7, 5]);
});

test('audio becomes players after the pictures, and words of the text take precedence over the library’s', () => {
  const words = { alt: '', caption: 'Said here', credit: '' };
  const blocks = blocksOf(schema, [{ media: medium('sound', 'audio') }, { media: medium('boat'), words }]);
  expect(blocks.map(({ type, attrs }) => [type.name, attrs.caption])).toEqual([
    ['figure', 'Said here'],
    ['audio', 'Of sound'],
  ]);
});

/** Returns a text of these media after one more joined them, and the order of the media. */
function joined(there: string[], late: string, order: string[]) {
  const paragraph = schema.nodeFromJSON({ type: 'paragraph', content: [{ type: 'text', text: 'Words' }] });
  const doc = schema.node('doc', null, [paragraph, ...blocksOf(schema, ready(...there))]);
  const { tr } = EditorState.create({ doc });
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : undefined);
  const isIn = joinGroup(tr, tr.doc.content.size, { media: medium(late) }, rank);
  const ids: string[] = [];
  tr.doc.descendants(({ attrs }) => {
    if (attrs.mediaId) ids.push(attrs.mediaId);
  });
  tr.doc.check();
  return { isIn, ids, last: tr.doc.lastChild?.type.name };
}

test('a late picture takes its position in the gallery of its group', () => {
  expect(joined(['a', 'c'], 'b', ['a', 'b', 'c'])).toEqual({
    isIn: true,
    ids: ['a', 'b', 'c'],
    last: 'gallery',
  });
  expect(joined(['b'], 'a', ['a', 'b'])).toEqual({ isIn: true, ids: ['a', 'b'], last: 'gallery' });
});

test('a late picture stays on its own next to other pictures, and where a gallery is full', () => {
  expect(joined(['z'], 'b', ['a', 'b'])).toMatchObject({ isIn: false, ids: ['z'] });
  expect(joined([], 'b', ['a', 'b'])).toMatchObject({ isIn: false, last: 'paragraph' });
  const nine = letters(9);
  expect(joined(nine, 'late', [...nine, 'late'])).toMatchObject({ isIn: false, ids: nine });
});
