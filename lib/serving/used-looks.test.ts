import { expect, test } from 'vitest';
import { specimenOf, usedLooks } from './used-looks';

test('what HTML consists of: the names of its elements, and their classes as the browser reads them', () => {
  const { tags, classes } = usedLooks('<Main class="a b"><p class="b [&amp;_a]:c">x</p><br/></Main>');
  expect([...tags]).toEqual(['main', 'p', 'br']);
  expect([...classes]).toEqual(['a', 'b', '[&_a]:c']);
});

test('a specimen consists of the same, and is equal for what needs the same styles', () => {
  const one = '<p class="b a">One <b class="[&amp;_a]:c">word</b>.</p>';
  const other = '<p class="a"><b class="[&amp;_a]:c b">Two</b></p><p>Words</p>';
  expect(usedLooks(specimenOf(one))).toEqual(usedLooks(one));
  expect(specimenOf(other)).toBe(specimenOf(one));
  expect(specimenOf('<p class="a"><b>x</b></p>')).not.toBe(specimenOf(one));
});

test('a page has Khmer where its text has, besides the names of languages', () => {
  const name = '<a class="[font-family:LanguageNames,system-ui]" lang="km">អានជា<!-- -->ខ្មែរ</a>';
  expect(usedLooks(`<p>A river.</p>${name}`).hasKhmer).toBe(false);
  expect(usedLooks(`<p>A river.${name} ទន្លេ</p>`).hasKhmer).toBe(true);
  expect(usedLooks(specimenOf('<p>ទន្លេ</p>')).hasKhmer).toBe(true);
  expect(usedLooks(specimenOf(name)).hasKhmer).toBe(false);
});
