/** Linear work takes four times as long for four times the input, quadratic work sixteen times. */
export const MOST_GROWTH = 10;
const FACTOR = 4;
const ATTEMPTS = 4;
/** Shorter times are mostly noise. */
const SHORTEST_MS = 4;

/**
 * Returns how many times more processor time work takes for four times the input: the least of a few attempts,
 * because other work on the machine can only add to it.
 * @param size of the smaller input.
 */
export async function growthOf(work: (size: number) => unknown, size: number): Promise<number> {
  await work(size);
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least >= MOST_GROWTH; attempt += 1) {
    const small = await processorMs(() => work(size));
    const large = await processorMs(() => work(size * FACTOR));
    least = Math.min(least, large / Math.max(small, SHORTEST_MS));
  }
  return least;
}

async function processorMs(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
