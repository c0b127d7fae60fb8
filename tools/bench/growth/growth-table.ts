import type { Measured } from './measure-size';

const DESK_MS = 150;
const SEARCH = { longestMs: 50, processorMs: 20 };
const FLAT_RATIO = 1.5;
/** Below this, a ratio is one of the clock and of the garbage collector. */
const SMALLEST_MS = 1;

/** One size of the publication with what was measured of it. */
export interface Size {
  posts: number;
  measured: Measured[];
}

/** Renders the growth table: for each kind the processor time at each size, its ratio to the smallest, and broken promises. */
export function renderGrowth(sizes: Size[]): string {
  const [smallest] = sizes;
  if (!smallest) return '';
  const head = [
    '',
    ...sizes.map(({ posts }) => posts.toLocaleString('en-GB')),
    ...sizes.slice(1).map(({ posts }) => `× at ${posts.toLocaleString('en-GB')}`),
    'promise',
    '',
  ];
  const rows = smallest.measured.map((first, index) => {
    const all = sizes.map(({ measured }) => measured[index] ?? first);
    const ratios = all.slice(1).map((one) => timeOf(one) / Math.max(SMALLEST_MS, timeOf(first)));
    return [
      first.what,
      ...all.map(shown),
      ...ratios.map((ratio) => ratio.toFixed(2)),
      PROMISES[first.promise],
      isBroken(all, ratios) ? 'BROKEN' : '',
    ];
  });
  return aligned([head, ...rows]);
}

const PROMISES: Record<Measured['promise'], string> = {
  desk: `≤ ${DESK_MS} ms`,
  search: `≤ ${SEARCH.longestMs} ms, ${SEARCH.processorMs} ms of processor`,
  flat: `× ≤ ${FLAT_RATIO}`,
  none: '',
};

/** Processor time, where it is known: time on the clock counts other programs too. */
function timeOf({ ms, processorMs }: Measured): number {
  return processorMs ?? ms;
}

function shown(one: Measured): string {
  const { processorMs, ms, longestMs } = one;
  if (processorMs === null) return ms.toFixed(0);
  return `${processorMs.toFixed(1)} (${ms.toFixed(0)}–${longestMs.toFixed(0)})`;
}

function isBroken(all: Measured[], ratios: number[]): boolean {
  const last = all.at(-1);
  if (!last) return false;
  switch (last.promise) {
    case 'desk':
      return timeOf(last) > DESK_MS;
    case 'search':
      return timeOf(last) > SEARCH.processorMs || last.longestMs > SEARCH.longestMs;
    case 'flat':
      return ratios.some((ratio) => ratio > FLAT_RATIO);
    case 'none':
      return false;
  }
}

function aligned(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
