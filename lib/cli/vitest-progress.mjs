/** Reports to `npm test` how many of its files vitest has finished. @see steps.mjs */
export default class VitestProgress {
  #done = 0;
  #all = 0;

  onTestRunStart(specifications) {
    this.#all = specifications.length;
  }

  onTestModuleEnd() {
    this.#done += 1;
    console.log(`[${this.#done}/${this.#all}]`);
  }
}
