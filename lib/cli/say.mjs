/** A failure that the operator can fix: the message is one plain sentence with the remedy. */
export class Trouble extends Error {
  /**
   * @param {string} message
   * @param {string} [details] output of a program, shown above the sentence.
   */
  constructor(message, details = '') {
    super(message);
    this.details = details;
  }
}

/** Prints what is being done, for the person who waits. */
export function say(sentence) {
  console.log(sentence);
}

/** Runs `work`; a failure is printed as a sentence and ends the process with exit code 1. */
export async function exitWithReason(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    if (error.details) console.error(`${error.details.trim()}\n`);
    console.error(error.message);
    process.exitCode = 1;
  }
}
