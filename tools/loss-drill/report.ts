import type { Round } from './lane';
import { MAX_LOSS_MS } from './ledger';

/** Renders the figures of a drill as a table, one line for each kind of kill. */
export function renderReport(rounds: Round[]): string {
  const faults = [...new Set(rounds.map(({ fault }) => fault))].sort();
  const lines = faults.map((fault) =>
    cells(
      fault,
      rounds.filter((round) => round.fault === fault),
    ),
  );
  const table = [HEAD, ...lines, cells('all', rounds)];
  const widths = HEAD.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  return table
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

const HEAD = [
  'what was killed',
  'rounds',
  'keys',
  'called saved',
  'called kept',
  'offered again',
  'newest keys lost, median',
  'most',
  'LOSSES',
];

function cells(what: string, rounds: Round[]): string[] {
  const sum = (count: (round: Round) => number) =>
    String(rounds.reduce((all, round) => all + count(round), 0));
  const lost = rounds.flatMap(({ lostMs }) => lostMs ?? []).sort((a, b) => a - b);
  const ms = (value: number | undefined) => (value === undefined ? '–' : `${value} ms`);
  return [
    what,
    String(rounds.length),
    sum(({ keys }) => keys),
    sum(({ claims }) => claims.saved),
    sum(({ claims }) => claims.kept),
    sum(({ wasOffered }) => Number(wasOffered)),
    ms(lost[Math.floor(lost.length / 2)]),
    ms(lost.at(-1)),
    sum(({ losses }) => losses.length),
  ];
}

/** Renders all losses in full, which need a fix. */
export function renderLosses(rounds: Round[]): string {
  const losses = rounds.flatMap(({ fault, losses }) => losses.map((loss) => ({ fault, ...loss })));
  if (losses.length === 0)
    return `No text that was called saved or kept is missing. Of other typing, at most ${MAX_LOSS_MS} ms may be lost with the browser, and no more was lost.`;
  return losses
    .map(
      ({ fault, what, expected, found }) => `${fault}: ${what}\n  expected ${expected}\n  found    ${found}`,
    )
    .join('\n');
}
