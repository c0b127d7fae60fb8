const GIGABYTE = 1e9;
const MEGABYTE = 1e6;

/** Says how far a step is. */
export type OnProgress = (progress: Progress) => void;

/** How much of a step is done. */
export interface Progress {
  step: 'Copied' | 'Checked';
  bytes: number;
  ofBytes: number;
}

/** Returns a function that adds up the bytes of a step and reports the sum. */
export function countBytes(
  onProgress: OnProgress | undefined,
  step: Progress['step'],
  ofBytes: number,
): (bytes: number) => void {
  let done = 0;
  return (bytes) => {
    done += bytes;
    onProgress?.({ step, bytes: done, ofBytes });
  };
}

/** Says a step as a line, such as “Copied 1.2 of 5.9 GB”. */
export function progressLine({ step, bytes, ofBytes }: Progress): string {
  const [unit, name] = ofBytes >= GIGABYTE ? [GIGABYTE, 'GB'] : [MEGABYTE, 'MB'];
  const figure = (amount: number) => (amount / unit).toFixed(1);
  return `${step} ${figure(Math.min(bytes, ofBytes))} of ${figure(ofBytes)} ${name}`;
}

/**
 * Returns a function that says progress, at most one line in this many ms: a short step says nothing.
 * @param say gets each line.
 */
export function sayProgress(say: (line: string) => void, everyMs = 3000): OnProgress {
  let saidAt = performance.now();
  return (progress) => {
    if (performance.now() - saidAt < everyMs) return;
    saidAt = performance.now();
    say(progressLine(progress));
  };
}
