import type { Body } from '@/lib/document/types';
import {
  blockquote,
  body,
  bulletList,
  type FigureWords,
  figure,
  footnote,
  gallery,
  paragraph,
  pullQuote,
  subheading,
  table,
} from '@/lib/samples/content/nodes';
import { PARAGRAPHS } from './words';

const SECTIONS = ['What was promised', 'What was built', 'Who came', 'What it cost', 'What is left'];

/**
 * Returns a text of more than 1,500 words, so that it has a list of contents, with galleries of two, three, six and seven
 * pictures, a wide table with figures, notes, quotations and a film.
 * @param pictures at least seven.
 */
export function everything(pictures: FigureWords[], filmId: string): Body {
  const some = (count: number) => gallery(...pictures.slice(0, count).map(figure));
  const words = PARAGRAPHS.en.map((text) => paragraph(text));
  const noted = paragraph(
    'The lane was widened twice in my lifetime.',
    footnote('In 1998 and again in 2011, both times in the dry season, and both times for a visit.'),
    ' Neither time did anybody ask who sits in it.',
    footnote('Fourteen people on an ordinary morning. I counted on ten mornings; the fewest were nine.'),
  );
  const blocks = [some(2), some(3), some(6), some(7), figures()];
  return body(
    noted,
    ...words,
    ...SECTIONS.flatMap((heading, index) => [
      subheading(heading),
      ...words,
      ...blocks.slice(index, index + 1),
    ]),
    pullQuote('A street is what happens between two doors.'),
    blockquote(paragraph('We were told it would be quieter. It is. So is the shop.')),
    bulletList(['a place to wait;'], ['a place to sell what was baked that morning;'], ['a way home.']),
    {
      type: 'video',
      attrs: {
        mediaId: filmId,
        caption: 'The lane at six.',
        credit: 'Nita Veasna',
        transcript: 'A bell. Footsteps.',
      },
    },
    noted,
  );
}

function figures() {
  return table(
    ['Year', 'Households', 'Shops open', 'Shops closed', 'Rent, riel a month', 'Change'],
    ['2019', '212', '41', '3', '380,000', '–'],
    ['2021', '198', '36', '8', '455,000', '+19.7%'],
    ['2023', '187', '30', '14', '610,500', '+34.2%'],
    ['2025', '171', '22', '21', '1,020,000', '+67.1%'],
  );
}
