import { describe, expect, test } from 'vitest';
import { findInText } from '@/components/editor/text/find/find-in-text';
import { addressesIn } from '@/components/editor/text/links/addresses';
import { completed } from '@/components/editor/text/toolbar/completed-address';
import { browserName } from '@/lib/accounts/browser-name';
import { splitCredit } from '@/lib/cleaning/picture-credit';
import { withoutTrackers } from '@/lib/cleaning/trackers';
import { splitWords } from '@/lib/compare/split-words';
import { parseBody } from '@/lib/document/parse';
import { countWords } from '@/lib/document/words';
import { readHead } from '@/lib/embeds/read-head';
import { copyName } from '@/lib/formats/editions/copy-name';
import { feedHtml } from '@/lib/formats/feeds/feed-html';
import { acceptedLanguage } from '@/lib/language/accepted-language';
import { fill } from '@/lib/language/fill';
import { slugFrom } from '@/lib/language/slug-from';
import { excerptFrom } from '@/lib/posts/excerpt';
import { indexText } from '@/lib/search/index-text';
import { parseQuery } from '@/lib/search/parse-query';
import { networkOf } from '@/lib/serving/rate-limit';
import { toReaderHtml } from '@/lib/serving/reader-html';
import { markWordBreaks } from '@/lib/serving/word-breaks';
import { growthOf, MOST_GROWTH } from './growth';

const CHARACTERS = 5000;

/** What reads text from outside, or text of authors. Linear patterns do not suffice: loops can be quadratic too. */
const READERS: Record<string, (text: string) => unknown> = {
  'addresses in a text': addressesIn,
  'an address for a link': completed,
  'a browser’s name': browserName,
  'an accepted language': acceptedLanguage,
  'an address with trackers': (text) => withoutTrackers(`https://example.org/?${text}`),
  'the name of a copy': (text) => copyName(text, '/a'),
  'a credit': splitCredit,
  'an excerpt': excerptFrom,
  'a feed’s text': (text) => feedHtml(`<p>${text}</p>`, 'https://example.org/'),
  'a search in the editor': (text) => findInText(text, 'ក', { isCaseKept: false, isWholeWord: true }),
  'a sentence with gaps': (text) => fill(text, { a: 1 }),
  'the head of a page': (text) => readHead(`<title>${text}`),
  'the index': indexText,
  'a network': networkOf,
  'a page': (text) => toReaderHtml(text, () => null),
  'a search': parseQuery,
  'a slug': slugFrom,
  'words to compare': splitWords,
  'words to count': (text) => countWords(text, 'km'),
  'word breaks': markWordBreaks,
};

const RUNS = [
  ' ',
  'a',
  '/',
  '.',
  '-',
  '1',
  'a.',
  'a@',
  'www.',
  '<a ',
  '<script>',
  '<!--',
  '"',
  '{a:',
  '%41',
  '&',
  'ក',
  'ក្',
  'ក\u0301',
  '© ',
  'Version/',
  ',',
  '\n',
];

describe.each(Object.entries(READERS))(
  'the work of reading %s grows with its length and not faster',
  (_name, read) => {
    test.each(RUNS)('for many “%s”', async (part) => {
      const work = (size: number) => read(part.repeat(size / part.length));
      expect(await growthOf(work, CHARACTERS)).toBeLessThan(MOST_GROWTH);
    });
  },
);

test('the work of parsing a post grows with its length and not faster', async () => {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'a' }] };
  const work = (size: number) =>
    parseBody({ type: 'doc', content: Array.from({ length: size }, () => paragraph) });
  expect(await growthOf(work, 2000)).toBeLessThan(MOST_GROWTH);
});

test('a post with endless levels is refused, however it ends', () => {
  let nested: unknown = { type: 'paragraph' };
  for (let level = 0; level < 5000; level += 1) nested = { type: 'blockquote', content: [nested] };
  expect(() => parseBody({ type: 'doc', content: [nested] })).toThrow('textTooDeep');
});
