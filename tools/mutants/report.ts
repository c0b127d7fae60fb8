import { changeOf, EQUIVALENT, isEquivalent } from './equivalent';
import type { Mutant } from './find-mutants';
import type { Numbered } from './plan';

/** The run fails below this score. */
const LEAST_SCORE = 0.9;

/** The score of all mutants, and the printed report. */
export interface Report {
  text: string;
  /** 0 to 1. */
  score: number;
  /** Whether the score is high enough, and every listed equivalent still has its mutant. */
  isEnough: boolean;
}

/**
 * Reports the mutants: the score of each file and of all, then every survivor.
 * @param isWhole whether all files were tried, so that reasons without a mutant are found.
 */
export function reportOf({ mutants, numbers }: Numbered, killed: Set<number>, isWhole: boolean): Report {
  const isKilled = ({ id }: Mutant) => killed.has(numbers.get(id) ?? -1);
  const counted = mutants.filter((mutant) => !isEquivalent(mutant));
  const files = [...new Set(counted.map(({ file }) => file))];
  const rows = files.map((file) => {
    const own = counted.filter((mutant) => mutant.file === file);
    return row(file, own.filter(isKilled).length, own.length);
  });
  const dead = counted.filter(isKilled).length;
  const survivors = counted.filter((mutant) => !isKilled(mutant)).map(({ id }) => `  ${id}`);
  const stale = isWhole ? staleReasons(mutants) : [];
  const text = [
    ...rows,
    ...(survivors.length ? ['', 'No test noticed:', ...survivors] : []),
    ...(stale.length ? ['', 'Reasons in tools/mutants/equivalent.ts for what is not there:', ...stale] : []),
    '',
    row(
      `${mutants.length - counted.length} of ${mutants.length} mutants change nothing; of the others`,
      dead,
      counted.length,
    ),
  ];
  const score = dead / Math.max(1, counted.length);
  return { text: text.join('\n'), score, isEnough: score >= LEAST_SCORE && stale.length === 0 };
}

function row(name: string, killed: number, all: number): string {
  return `${((100 * killed) / Math.max(1, all)).toFixed(1).padStart(5)} %  ${String(killed).padStart(4)} of ${String(all).padStart(4)}  ${name}`;
}

function staleReasons(mutants: Mutant[]): string[] {
  return EQUIVALENT.filter(
    ({ file, change }) => !mutants.some((mutant) => mutant.file === file && changeOf(mutant) === change),
  ).map(({ file, change }) => `  ${file}: ${change}`);
}
