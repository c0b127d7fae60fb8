import type { Measured, Promised } from './measured';

const DESK_MS = 150;
const SEARCH = { longestMs: 50, processorMs: 20 };
const FLAT_RATIO = 1.5;
/** Of 1,000 posts, and of more. */
const MEMORY_MIB = { few: 350, many: 450 };
const FEW_POSTS = 1000;
const WRITING_MS = 600_000;
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
    const ratios = all.slice(1).map((one, at) => {
      const ratio = timeOf(one) / Math.max(SMALLEST_MS, timeOf(first));
      const growth = (sizes[at + 1]?.posts ?? smallest.posts) / smallest.posts;
      return first.promise === 'eachPost' || first.promise === 'writing' ? ratio / growth : ratio;
    });
    return [
      first.what,
      ...all.map(shown),
      ...ratios.map((ratio) => ratio.toFixed(2)),
      PROMISES[first.promise],
      isBroken(all, ratios, sizes.at(-1)?.posts ?? 0) ? 'BROKEN' : '',
    ];
  });
  return aligned([head, ...rows]);
}

const PROMISES: Record<Promised, string> = {
  desk: `≤ ${DESK_MS} ms`,
  search: `≤ ${SEARCH.longestMs} ms, ${SEARCH.processorMs} ms of processor`,
  flat: `× ≤ ${FLAT_RATIO}`,
  eachPost: `each post × ≤ ${FLAT_RATIO}`,
  writing: `≤ ${WRITING_MS / 1000} s`,
  memory: `≤ ${MEMORY_MIB.few}; many posts ${MEMORY_MIB.many}`,
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

function isBroken(all: Measured[], ratios: number[], posts: number): boolean {
  const last = all.at(-1);
  if (!last) return false;
  switch (last.promise) {
    case 'desk':
      return timeOf(last) > DESK_MS;
    case 'search':
      return timeOf(last) > SEARCH.processorMs || last.longestMs > SEARCH.longestMs;
    case 'writing':
      return last.ms > WRITING_MS;
    case 'memory':
      return (all[0]?.ms ?? 0) > MEMORY_MIB.few || (posts > FEW_POSTS && last.ms > MEMORY_MIB.many);
    case 'flat':
    case 'eachPost':
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
