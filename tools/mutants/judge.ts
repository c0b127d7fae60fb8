import { rmSync } from 'node:fs';
import { OperatorError } from '@/lib/errors';
import type { ChosenFile } from './choose-tests';
import { noted } from './notes';
import { INFINITE_LOOP, NONE, type Verdict } from './plan';
import type { Tests } from './run-tests';
import { provenIn, unprovenIn, verdictsIn } from './verdicts';

/** A process that ended for another reason is started once more. */
const MOST_STARTS = 2;

/** Determines which mutants test files notice, and trusts a file only if it passes without any mutant. */
export class Judge {
  readonly #tests: Tests;
  readonly #folder: string;
  readonly #verdictFile: string;
  readonly #trusted = new Set<string>();

  /** @param verdictFile where the worker of `tests` writes its verdicts. */
  constructor(tests: Tests, folder: string, verdictFile: string) {
    this.#tests = tests;
    this.#folder = folder;
    this.#verdictFile = verdictFile;
  }

  /** @throws OperatorError when the tests of a file fail without any mutant, or break off. */
  async noticedBy(chosen: ChosenFile[], mutants: number[]): Promise<Set<number>> {
    const verdicts = await this.#verdictsOn(chosen, [...mutants, NONE]);
    const ended = mutants.filter((mutant) => noted(this.#folder, INFINITE_LOOP).has(mutant));
    const noticed = new Set([...ended, ...verdicts.flatMap(provenIn)]);
    for (const verdict of verdicts) {
      const one = chosen.filter(({ file }) => file === verdict.file);
      for (const mutant of unprovenIn(verdict))
        if (!noticed.has(mutant) && (await this.#noticesByItself(one, mutant))) noticed.add(mutant);
    }
    return noticed;
  }

  /** Judges one mutant in a separate process, where no other mutant left anything behind. */
  async #noticesByItself(one: ChosenFile[], mutant: number): Promise<boolean> {
    const key = JSON.stringify(one);
    if (!this.#trusted.has(key)) {
      const [verdict] = await this.#verdictsOn(one, [NONE]);
      // The machine is busy, so a timeout proves nothing.
      if (verdict?.timedOut.includes(NONE)) return false;
      if (verdict?.noticed.includes(NONE))
        throw new OperatorError(`Tests fail without any mutant: ${verdict.file}.`);
      this.#trusted.add(key);
    }
    const [verdict] = await this.#verdictsOn(one, [mutant]);
    return verdict ? verdict.noticed.includes(mutant) : noted(this.#folder, INFINITE_LOOP).has(mutant);
  }

  /** Returns one verdict for each file, except when every mutant asked about has an infinite loop. */
  async #verdictsOn(chosen: ChosenFile[], mutants: number[]): Promise<Verdict[]> {
    const verdictFile = this.#verdictFile;
    rmSync(verdictFile, { force: true });
    let troubles: string[] = [];
    for (let start = 0; start < MOST_STARTS; ) {
      const before = noted(this.#folder, INFINITE_LOOP);
      const left = mutants.filter((mutant) => !before.has(mutant));
      const done = new Set(verdictsIn(verdictFile).map(({ file }) => file));
      const open = chosen.filter(({ file }) => !done.has(file));
      if (left.length === 0 || open.length === 0) return requireSeeing(verdictsIn(verdictFile), mutants);
      troubles = await this.#run(open, left);
      const after = noted(this.#folder, INFINITE_LOOP);
      // A mutant with an infinite loop ended the process: the rest is judged without it.
      if (!left.some((mutant) => after.has(mutant))) start += 1;
    }
    const verdicts = verdictsIn(verdictFile);
    const missing = chosen.filter(({ file }) => !verdicts.some((verdict) => verdict.file === file));
    if (missing.length === 0) return requireSeeing(verdicts, mutants);
    const files = missing.map(({ file }) => file).join(', ');
    throw new OperatorError(`The tests of ${files} broke off. ${troubles.join('\n')}`.trim());
  }

  #run(chosen: ChosenFile[], mutants: number[]): Promise<string[]> {
    const namesByFile = Object.fromEntries(chosen.map(({ file, names }) => [file, names]));
    const [folder, verdictFile] = [this.#folder, this.#verdictFile];
    return this.#tests.run(
      { kind: 'alone', mutants, namesByFile, folder, verdictFile },
      chosen.map(({ file }) => file),
    );
  }
}

function requireSeeing(verdicts: Verdict[], mutants: number[]): Verdict[] {
  const blind = verdicts.find(({ tests, noticed }) => tests === 0 && !noticed.includes(NONE));
  if (blind && mutants.includes(NONE)) throw new OperatorError(`No test of ${blind.file} ran.`);
  return verdicts;
}
