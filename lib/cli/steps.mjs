import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { isStopping, stopPrograms } from './programs.mjs';
import { runProgram } from './run-program.mjs';
import { say, Trouble } from './say.mjs';

const REPORT_EVERY_MS = 10_000;

/** The steps of a check: prints when each begins and ends and its progress, and keeps its output. */
export class Steps {
  #running = new Set();
  #failure = null;
  #timer;

  /** @param {string} folder where the log of each step is written. */
  constructor(folder) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#timer = setInterval(() => this.#sayProgress(), REPORT_EVERY_MS);
    this.#timer.unref();
  }

  /**
   * Runs one step. When it fails, every other running step is stopped.
   * @param {(step: Step) => Promise<T>} work
   * @returns {Promise<T>} what `work` returns.
   * @throws the error of the step that failed first.
   * @template T
   */
  async run(name, work) {
    if (this.#failure) throw this.#failure;
    const step = new Step(name);
    this.#running.add(step);
    say(`→ ${name}`);
    try {
      const result = await work(step);
      say(`✓ ${name} (${step.seconds()} s)`);
      return result;
    } catch (error) {
      say(`${isStopping() ? '– Stopped:' : '✗'} ${name} (${step.seconds()} s)`);
      if (error instanceof Trouble && !step.output) step.hear(error.details);
      this.#failure ??= error;
      throw this.#failure;
    } finally {
      this.#running.delete(step);
      if (step.output) writeFileSync(join(this.folder, `${step.fileName}.log`), step.output);
      if (this.#failure) await stopPrograms();
    }
  }

  /** Runs several things at once. @returns what they return. @throws the first error, when all have ended. */
  async sideBySide(...works) {
    const results = await Promise.allSettled(works.map((work) => work()));
    const broken = results.find(({ status }) => status === 'rejected');
    if (broken) throw this.#failure ?? broken.reason;
    return results.map(({ value }) => value);
  }

  #sayProgress() {
    const lines = [...this.#running].map((step) => step.progress());
    if (lines.length > 0) say(`  ${lines.join(' · ')}`);
  }
}

/** One running step. */
class Step {
  output = '';
  #startedAt = Date.now();
  #count = '';

  constructor(name) {
    this.name = name;
  }

  get fileName() {
    return this.name.toLowerCase().replaceAll(' ', '-');
  }

  seconds() {
    return ((Date.now() - this.#startedAt) / 1000).toFixed(1);
  }

  progress() {
    return `${this.name}: ${this.#count || `${Math.round(this.seconds())} s`}`;
  }

  /** Keeps a program's output; a line that begins with `[40/120]` is its progress. */
  hear(text) {
    const plain = stripVTControlCharacters(text);
    this.output += plain;
    const [, done, all] = [...plain.matchAll(/^\[(\d+)\/(\d+)\]/gm)].at(-1) ?? [];
    if (all) this.#count = `${done} of ${all}`;
  }

  /**
   * Runs a Node program; its output is shown only if it fails.
   * @returns its output.
   * @throws Trouble when it fails.
   */
  async node(path, args, { env = process.env, stopBy } = {}) {
    const plain = { ...env, NO_COLOR: '1', FORCE_COLOR: '0' };
    const listen = (text) => this.hear(text);
    const options = { env: plain, listen, stopBy };
    const { code, output } = await runProgram(process.execPath, [path, ...args], options);
    if (code !== 0) throw new Trouble('The checks stopped. Fix the errors above.', withoutProgress(output));
    return output;
  }
}

/** Removes the lines that report success. */
function withoutProgress(output) {
  return stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => !/^(\[\d+\/\d+\]|\s*✓)/.test(line))
    .join('\n');
}
