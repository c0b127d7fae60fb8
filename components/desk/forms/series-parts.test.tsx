import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DeskWordsProvider } from '@/components/desk/ui/desk-words.client';
import { deskStringsFor } from '@/lib/language/strings';
import type { ArrangedPart } from '@/lib/series/parts';
import { SeriesParts } from './series-parts.client';

const part: ArrangedPart = {
  postId: 7,
  seriesId: 1,
  part: 1,
  headline: 'The river',
  language: 'en',
  status: 'published',
};
const nothing = async () => ({ ok: true as const, value: null });

test('the numbers of parts are those that every browser writes, in Khmer too', () => {
  const html = renderToStaticMarkup(
    <DeskWordsProvider language="km" words={deskStringsFor('km')}>
      <SeriesParts name="Rivers" parts={[part]} move={nothing} takeOut={nothing} />
    </DeskWordsProvider>,
  );
  expect(html).toContain('>1<');
  expect(html).not.toMatch(/[០-៩]/);
});
