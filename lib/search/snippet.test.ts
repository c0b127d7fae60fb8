import { expect, test } from 'vitest';
import { parseQuery } from './parse-query';
import { snippetOf } from './snippet';

function hitsIn(text: string, q: string): string[] {
  return snippetOf(text, parseQuery(q)?.wanted ?? [])
    .filter((part) => part.hit)
    .map((part) => part.text);
}

const LONG = 'Nothing to see in this sentence of party and smart. '.repeat(40);

test('the passage is that of the whole word, not of the same letters in a longer one', () => {
  expect(hitsIn(`${'Smart party. '.repeat(3)}${'x '.repeat(200)} It is art.`, '"art"')).toEqual(['art']);
});

test('words written with accents, other digits or invisible characters are marked', () => {
  expect(hitsIn(`${LONG} A CAFÉ in town.`, '"cafe"')).toEqual(['CAFÉ']);
  expect(hitsIn(`${LONG} ឆ្នាំ២០២៥ `, 'ឆ្នាំ2025')).toEqual(['ឆ្នាំ២០២៥']);
  expect(hitsIn(`${LONG} សេរី\u200Bភាព`, 'សេរីភាព')).toEqual(['សេរី\u200Bភាព']);
});

test('a phrase is found far down, whatever signs stand between its words', () => {
  const text = `${LONG.repeat(8)} They built the bridge. Over it, nobody went. `;
  expect(hitsIn(text, '"bridge over it"')).toEqual(['bridge. Over it']);
  expect(hitsIn(`${'បណ្ណាល័យ '.repeat(2000)}ទន្លេ។ មេគង្គ`, '"ទន្លេមេគង្គ"')).toEqual(['ទន្លេ។ មេគង្គ']);
});

test('the earliest of several words begins the passage', () => {
  const text = `${LONG} The river rose. ${LONG} The bridge fell.`;
  expect(hitsIn(text, 'bridge river')).toEqual(['river']);
});

test('a passage in the middle begins and ends with whole words', () => {
  const text = `${'abcdefghij '.repeat(100)}river ${'klmnopqrst '.repeat(100)}`;
  const passage = snippetOf(text, parseQuery('river')?.wanted ?? []);
  const words = passage.map((part) => part.text).join('');
  expect(words).toMatch(/^…(?:abcdefghij )+river (?:klmnopqrst )+klmnopqrst…$/);
});

test('however long the text and its words are, the snippet is short', () => {
  for (const text of ['x'.repeat(500_000), 'ក'.repeat(500_000), `${'y '.repeat(400_000)}z`]) {
    const shown = snippetOf(text, parseQuery('zebra "z" ខ')?.wanted ?? []);
    expect(shown.map((part) => part.text).join('').length).toBeLessThan(500);
  }
});

test('a passage in Khmer begins and ends with whole words', () => {
  const text = `${'បណ្ណាល័យកម្ពុជា'.repeat(30)}ទន្លេ${'បណ្ណាល័យកម្ពុជា'.repeat(40)}`;
  const passage = snippetOf(text, parseQuery('ទន្លេ')?.wanted ?? []);
  const words = passage.map((part) => part.text).join('');
  expect(words).toMatch(/^…(?:បណ្ណាល័យ|កម្ពុជា)+ទន្លេ(?:បណ្ណាល័យ|កម្ពុជា)+…$/);
});

test('numbers are marked however their digits are grouped', () => {
  expect(hitsIn(`${LONG} ១២ ០០០ នាក់`, '12000')).toEqual(['១២ ០០០']);
  expect(hitsIn(`${LONG} 12,000 people`, '១២ ០០០')).toEqual(['12,000']);
});
