import { expect, test } from 'vitest';
import { comparedCosts, comparedRates, figure, renderTable, within } from './table';

test('a budget is met by what is exactly as large, and missed by what is larger', () => {
  expect(within('scripts', 300, 'KB', 300)).toMatchObject({ ratio: '1.00', budget: '≤ 300 KB', isMet: true });
  expect(within('scripts', 301, 'KB', 300).isMet).toBe(false);
});

test('nothing is a ratio of a budget of nothing', () => {
  expect(within('scripts', 0, '', 0)).toMatchObject({ ratio: '', isMet: true });
});

test('the slower and the dearer have the lower ratio', () => {
  expect(comparedRates('page', 100, 400)).toMatchObject({ ratio: '0.25' });
  expect(comparedCosts('page', 40, 10, 0.33)).toMatchObject({ ratio: '0.25', isMet: false });
});

test('columns stand under their headings', () => {
  const rows = [comparedRates('front page', 17_539, 65_286, 0.33), figure('p50', 8.25, 'ms', 1)];
  const lines = renderTable([{ heading: 'Pages', rows }]).split('\n');
  expect(lines).toEqual([
    '                  here     nginx  ratio           budget',
    '',
    'Pages',
    '  front page  17,539/s  65,286/s   0.27  ≥ 0.33 of nginx  MISSED',
    '  p50           8.3 ms',
  ]);
});
