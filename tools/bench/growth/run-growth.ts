import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { systemLoad } from '@/tools/running/system-load';
import type { Bench } from '../bench';
import { type Seeded, seed } from '../seed';
import { renderGrowth, type Size } from './growth-table';
import { measureSize } from './measure-size';
import { measureVerbs } from './measure-verbs';
import { type Measured, measuredOf } from './measured';

const SIZES = [1000, 10_000, 100_000];

/**
 * Measures publications of 1,000, 10,000 and 100,000 posts, as far as `--posts` goes.
 * @param written a folder with publications `growth-<posts>` that `--into` has written, or null to write them now.
 * @returns the growth table.
 */
export async function runGrowth(
  bench: Bench,
  written: string | null,
  say: (sentence: string) => void,
): Promise<string> {
  const busy = Math.round((await systemLoad()) * 100);
  const sizes: Size[] = [];
  for (const posts of SIZES.filter((size) => size <= bench.options.posts)) {
    const dataDir = join(written ?? bench.folder, `growth-${posts}`);
    const isWritten = existsSync(join(dataDir, 'seeded.json'));
    if (!isWritten) say(`Writing ${posts.toLocaleString('en-GB')} posts…`);
    const seeded = isWritten ? readSeeded(dataDir) : await seed(dataDir, posts);
    say(`Measuring ${posts.toLocaleString('en-GB')} posts…`);
    sizes.push({
      posts,
      measured: [
        ...(await measureSize(bench, seeded, posts)),
        ...measureVerbs(bench, dataDir),
        writingOf(seeded),
      ],
    });
    if (!isWritten) rmSync(dataDir, { recursive: true });
  }
  const machine = `Node ${process.versions.node}, ${availableParallelism()} cores, ${busy} % of them busy with other programs at the start`;
  return `${machine}\nmilliseconds of processor for each request at the median, and in brackets the median and the longest on the clock\n\n${renderGrowth(sizes)}`;
}

function readSeeded(dataDir: string): Seeded {
  const seeded: Seeded = JSON.parse(readFileSync(join(dataDir, 'seeded.json'), 'utf8'));
  return { ...seeded, dataDir };
}

function writingOf({ writing }: Seeded): Measured {
  const sample = { ms: writing.seconds * 1000, processorMs: writing.processorSeconds * 1000 };
  return measuredOf('writing the publication', 'writing', [sample]);
}
