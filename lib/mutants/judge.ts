import { existsSync, readFileSync, rmSync } from 'node:fs';
import { Refusal } from '@/lib/errors';
import type { ChosenFile } from './choose-tests';
import { noted } from './notes';
import { ENDLESS, NONE, type Verdict } from './plan';
import type { Tests } from './run-tests';

/** A process that something else ended may start once more. */
const MOST_STARTS = 2;

/** Says which mutants a file of tests notices, and believes it only where it passes without any. */
export class Judge {
  readonly #tests: Tests;
  readonly #folder: string;
  readonly #verdictFile: string;
  readonly #trusted = new Set<string>();

  /** @param verdictFile where the worker of `tests` writes what it saw. */
  constructor(tests: Tests, folder: string, verdictFile: string) {
    this.#tests = tests;
    this.#folder = folder;
    this.#verdictFile = verdictFile;
  }

  /** @throws Refusal when the tests of the file fail without any mutant, or break off. */
  async noticedBy(tests: ChosenFile, mutants: number[]): Promise<Set<number>> {
    const { noticed, timedOut } = await this.#verdictOn(tests, [...mutants, NONE]);
    const isClean = !noticed.includes(NONE);
    const sure = isClean ? noticed.filter((mutant) => !timedOut.includes(mutant)) : [];
    const unsure = (isClean ? timedOut : noticed).filter((mutant) => mutant !== NONE);
    for (const mutant of unsure) if (await this.#noticesByItself(tests, mutant)) sure.push(mutant);
    return new Set(sure);
  }

  /** In a process of its own, where no other mutant left anything behind. */
  async #noticesByItself(tests: ChosenFile, mutant: number): Promise<boolean> {
    const key = JSON.stringify(tests);
    if (!this.#trusted.has(key)) {
      const { noticed } = await this.#verdictOn(tests, [NONE]);
      if (noticed.length > 0) throw new Refusal('invalid', `Tests fail without any mutant: ${tests.file}.`);
      this.#trusted.add(key);
    }
    return (await this.#verdictOn(tests, [mutant])).noticed.includes(mutant);
  }

  async #verdictOn({ file, names }: ChosenFile, mutants: number[]): Promise<Verdict> {
    const [folder, verdictFile] = [this.#folder, this.#verdictFile];
    let left = mutants;
    let troubles: string[] = [];
    for (let start = 0; start < MOST_STARTS; ) {
      rmSync(verdictFile, { force: true });
      troubles = await this.#tests.run({ kind: 'alone', folder, mutants: left, names, verdictFile }, [file]);
      const endless = mutants.filter((mutant) => noted(folder, ENDLESS).has(mutant));
      if (existsSync(verdictFile)) {
        const verdict: Verdict = JSON.parse(readFileSync(verdictFile, 'utf8'));
        const isBlind = left.includes(NONE) && verdict.tests === 0 && !verdict.noticed.includes(NONE);
        if (isBlind) throw new Refusal('invalid', `No test of ${file} ran.`);
        return { ...verdict, noticed: [...new Set([...verdict.noticed, ...endless])] };
      }
      const remaining = left.filter((mutant) => !endless.includes(mutant));
      // A mutant without end took the process with it: the others are judged without it.
      if (remaining.length === left.length) start += 1;
      if (remaining.length === 0) return { noticed: endless, timedOut: [], tests: 0 };
      left = remaining;
    }
    throw new Refusal('invalid', `The tests of ${file} broke off. ${troubles.join('\n')}`.trim());
  }
}
