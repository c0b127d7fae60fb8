import { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { documentSchema } from '@/lib/document/schema';
import { normaliseGalleries } from './normalise-galleries';

const figure = (mediaId: string) => ({ type: 'figure', attrs: { mediaId } });
const gallery = (...ids: string[]) => ({ type: 'gallery', content: ids.map(figure) });

/** Returns the blocks after normalising, each as its type and pictures. */
function blocksAfter(...content: object[]): string[] | null {
  const doc = Node.fromJSON(documentSchema, { type: 'doc', content });
  const state = EditorState.create({ doc });
  const transaction = normaliseGalleries(state);
  if (!transaction) return null;
  transaction.doc.check();
  return transaction.doc.children.map((block) => {
    const ids = block.childCount ? block.children.map((child) => child.attrs.mediaId) : [block.attrs.mediaId];
    return `${block.type.name} ${ids.join(' ')}`.trim();
  });
}

test('a gallery with one picture left becomes that picture', () => {
  expect(blocksAfter(gallery('aaaaaaaa', ''))).toEqual(['figure aaaaaaaa']);
});

test('a gallery that still has two pictures loses only the empty ones', () => {
  expect(blocksAfter(gallery('aaaaaaaa', '', 'bbbbbbbb'))).toEqual(['gallery aaaaaaaa bbbbbbbb']);
});

test('a figure without a picture is removed, and the text around it stays', () => {
  const paragraph = { type: 'paragraph' };
  expect(blocksAfter(paragraph, figure(''), paragraph)).toEqual(['paragraph', 'paragraph']);
});

test('a valid document is not changed', () => {
  expect(blocksAfter(gallery('aaaaaaaa', 'bbbbbbbb'), figure('cccccccc'))).toBeNull();
});
