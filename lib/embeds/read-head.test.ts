import { expect, test } from 'vitest';
import { readHead } from './read-head';

const KNOWN = '<head><title>Dark water</title><meta name="description" content="Four nights">';
const MANY = 100_000;

/**
 * Without bounds, or parsed by a backtracking pattern, each of these blocks the process for a minute or more.
 */
test.each([
  ['tags that never end', '<meta '.repeat(MANY)],
  ['attributes that never end', `<meta ${'content="'.repeat(MANY)}`],
  ['attributes without end on one tag', `<meta ${'a=b '.repeat(MANY)}`],
  ['names without end', `<${'a'.repeat(MANY)} ${'b'.repeat(MANY)}`],
  ['a title that never ends', '<title>'.repeat(MANY)],
  ['nested tags', '<div>'.repeat(MANY)],
  ['nested tags and ends of others', '<b>'.repeat(MANY) + '</i>'.repeat(MANY)],
  ['entities', '&amp;&notin&#x1F600;&'.repeat(MANY)],
  ['entities that never end', `&${'#1'.repeat(MANY)}`],
  ['comments that never end', '<!--'.repeat(MANY)],
  ['scripts that never end', '<script>'.repeat(MANY)],
  ['ends alone', '</'.repeat(MANY)],
  ['spaces', ' '.repeat(MANY * 5)],
])('a page cannot block the process by %s', (_name, filling) => {
  const { title, named } = readHead(KNOWN + filling);
  expect(title).toBe('Dark water');
  expect(named.get('description')).toBe('Four nights');
});

test('a very long title or value is truncated', () => {
  const endless = 'ក'.repeat(MANY);
  expect(readHead(`<title>${endless}`).title).toHaveLength(4000);
  expect(readHead(`<meta name=description content="${endless}">`).named.get('description')).toHaveLength(
    4000,
  );
  expect(readHead(`<title>${'&amp;'.repeat(MANY)}</title>`).title).toHaveLength(4000);
});

test.each([
  ['5,000 tags', '<i>'.repeat(5001)],
  ['20,000 attributes', `<i ${'a '.repeat(20_001)}>`],
  ['600,000 characters', '-'.repeat(600_000)],
])('nothing is read after %s', (_name, filling) => {
  expect(readHead(`${KNOWN}${filling}<meta name="author" content="Dara">`).named.has('author')).toBe(false);
});

test('nothing is read after a second', () => {
  let time = 0;
  const clock = () => {
    time += 400;
    return time;
  };
  const { title, named } = readHead(`${KNOWN}<meta name="author" content="Dara">`, clock);
  expect([title, named.size]).toEqual(['Dark water', 0]);
});

test('the end of the head and the body end it, but not inside scripts and comments', () => {
  const later = '<meta name="author" content="Dara">';
  const author = (html: string) => readHead(html).named.get('author');
  expect(author(`${KNOWN}</head>${later}`)).toBeUndefined();
  expect(author(`${KNOWN}</HEAD >${later}`)).toBeUndefined();
  expect(author(`${KNOWN}<body>${later}`)).toBeUndefined();
  expect(author(`${KNOWN}<script>'</head><body>'</script><!-- </head> -->${later}`)).toBe('Dara');
});

test('attributes are parsed as browsers parse them', () => {
  const { title, named } = readHead(`<TITLE>
    ទន្លេ &amp; &#x1F600; <b></TITLE><title>Not this</title>
    <META NAME=Description content='Four "nights"'/><meta property = "og:title" content = Dark content=Light >
    <meta name="author" content=""><meta name="author" content="Dara &lt;dara@example.org&gt;">
    <meta name="twitter:title" property="og:site_name" content="Both">`);
  expect(title).toBe('ទន្លេ & 😀 <b>');
  expect(Object.fromEntries(named)).toEqual({
    description: 'Four "nights"',
    'og:title': 'Dark',
    author: 'Dara <dara@example.org>',
    'og:site_name': 'Both',
    'twitter:title': 'Both',
  });
});
