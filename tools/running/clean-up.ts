/** Keeps the steps to undo at the end, however the end comes: the last one begun is undone first. */
export class CleanUp {
  readonly #steps: (() => Promise<void> | void)[] = [];
  #running: Promise<void> | null = null;

  /** Runs `step` at the end. */
  later(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /** Undoes everything, once; a failed step does not prevent the others. */
  run(): Promise<void> {
    this.#running ??= this.#runSteps();
    return this.#running;
  }

  async #runSteps(): Promise<void> {
    const failures: unknown[] = [];
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some files could not be removed.');
  }
}
