import { expect, test } from 'vitest';
import { readScores } from './lighthouse-report';
import { renderHeading, renderScores } from './score-table';

const whole = { score: 1, auditRefs: [] };
const refs = [
  { id: 'cumulative-layout-shift', weight: 25 },
  { id: 'first-contentful-paint', weight: 10 },
  { id: 'only-told', weight: 0 },
];

function report(performance: number) {
  return JSON.stringify({
    categories: {
      performance: { score: performance, auditRefs: refs },
      accessibility: whole,
      'best-practices': whole,
      seo: whole,
    },
    audits: {
      'cumulative-layout-shift': { score: 0.9, title: 'Layout shift', displayValue: '0.097' },
      'first-contentful-paint': { score: 1, title: 'First paint' },
      'only-told': { score: 0, title: 'Only told' },
    },
  });
}

test('a category below 100 is explained by the audits that count and fell short', () => {
  expect(readScores(report(0.97))).toEqual({
    scores: [97, 100, 100, 100],
    faults: ['performance: cumulative-layout-shift 90 (Layout shift, 0.097)'],
  });
});

test('where a category is 100, an audit that fell short is not a fault', () => {
  expect(readScores(report(1))).toEqual({ scores: [100, 100, 100, 100], faults: [] });
});

test('a page that could not be judged is an error', () => {
  const broken = { ...JSON.parse(report(1)), runtimeError: { message: 'No first paint.' } };
  expect(() => readScores(JSON.stringify(broken))).toThrow('No first paint.');
});

test('the line of a page shows its median score, every run that differed, and why', () => {
  const [perfect, lower] = [readScores(report(1)), readScores(report(0.97))];
  const lines = renderScores({ name: 'front-page', runs: [perfect, lower, perfect] });
  expect(renderHeading('Khmer OS', 3)).toMatch(/middle of 3 runs/);
  expect(lines).toMatch(
    /front-page +100 +100 +100 +100 +\(performance 100, 97, 100\)\n +performance: cumulative/,
  );
  expect(renderScores({ name: 'front-page', runs: [lower, lower, perfect] })).toMatch(/front-page +97 +100/);
});
