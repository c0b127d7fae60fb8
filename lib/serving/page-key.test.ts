import { expect, test } from 'vitest';
import { parsePageRequest } from './page-key';
import { RouteTable } from './route-table';
import { ROUTES } from './routes';

const table = new RouteTable(ROUTES);
const parsed = (target: string) => parsePageRequest(target, table);

test('parameters that pages do not know are dropped', () => {
  expect(parsed('/a-post?utm_source=x')).toMatchObject({ key: '/a-post', isUnbounded: false });
  expect(parsed('/search?x=1&page=2&q=river')).toMatchObject({
    key: '/search?q=river&page=2',
    isUnbounded: true,
  });
});

test('all spellings of a Khmer path are one page', () => {
  const encoded = encodeURIComponent('ទន្លេ');
  const wanted = { key: `/${encoded}`, path: '/ទន្លេ' };
  expect(parsed(`/${encoded}`)).toMatchObject(wanted);
  expect(parsed(`/${encoded.toLowerCase()}`)).toMatchObject(wanted);
});

test('doubled and trailing slashes redirect to the one address, on this site only', () => {
  expect(parsed('/archive/?a=1')).toEqual({ redirect: '/archive?a=1' });
  expect(parsed('//evil.example/x')).toEqual({ redirect: '/evil.example/x' });
  expect(parsed('/\\evil.example')).toBeNull();
});

test.each([
  '/%E0%A4%A',
  '/a%2fb',
  '/a/../b',
  '/%2e%2e/b',
  '/a%00',
  '/%61dmin/posts',
  '/Admin',
  '*',
  '/about.rsc',
  '/x%2eRSC',
])('%s is not a page', (target) => expect(parsed(target)).toBeNull());
