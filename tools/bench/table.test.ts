import { expect, test } from 'vitest';
import { comparedCosts, comparedRates, figure, renderTable, within } from './table';

test('a value equal to its budget meets it, and a larger one misses it', () => {
  expect(within('scripts', 300, 'KB', 300)).toMatchObject({ ratio: '1.00', budget: '≤ 300 KB', isMet: true });
  expect(within('scripts', 301, 'KB', 300).isMet).toBe(false);
});

test('a zero budget has no ratio', () => {
  expect(within('scripts', 0, '', 0)).toMatchObject({ ratio: '', isMet: true });
});

test('the slower and the more expensive server has the lower ratio', () => {
  expect(comparedRates('page', 100, 400)).toMatchObject({ ratio: '0.25' });
  expect(comparedCosts('page', 40, 10, 0.33)).toMatchObject({ ratio: '0.25', isMet: false });
});

test('columns are aligned with their headings', () => {
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
