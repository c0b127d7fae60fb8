import { median, percentile } from '../statistics';

/**
 * What is promised of a figure: a time, or that it takes at most 1.5 times as long as with 1,000 posts; for what reads
 * or writes everything, 1.5 times as long for each post.
 */
export type Promised = 'desk' | 'search' | 'flat' | 'eachPost' | 'writing' | 'memory' | 'none';

/** A measured kind: medians of the time on the clock, and of processor time, in ms. */
export interface Measured {
  what: string;
  promise: Promised;
  ms: number;
  /** The longest of the measured times; of searches, which are a hundred, the 99th percentile. */
  longestMs: number;
  processorMs: number | null;
}

/** One measurement of a kind. */
export interface Sample {
  ms: number;
  processorMs: number;
}

const HIGHEST = { search: 99, other: 100 };

/** Summarises the samples of a kind: one that another program delayed does not move the medians. */
export function measuredOf(what: string, promise: Promised, samples: Sample[]): Measured {
  const times = samples.map(({ ms }) => ms);
  return {
    what,
    promise,
    ms: median(times),
    longestMs: percentile(times, promise === 'search' ? HIGHEST.search : HIGHEST.other),
    processorMs: median(samples.map(({ processorMs }) => processorMs)),
  };
}

/** A figure of its own unit, without processor time. */
export function plain(what: string, value: number, promise: Promised = 'none'): Measured {
  return { what, promise, ms: value, longestMs: value, processorMs: null };
}
