export type RefusalCode = 'not_found' | 'forbidden' | 'signed_out' | 'conflict' | 'invalid' | 'unavailable';

/** What a user can cause: a code for programs and a sentence for people. Anything else thrown is a bug. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; code: RefusalCode; message: string };

/** Runs `work` and turns a Refusal into an outcome; bugs go on upwards. */
export function refusable<T>(work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
}

/**
 * The value of an outcome, for callers that cannot go on without it.
 * @throws Refusal when the outcome is one.
 */
export function requireValue<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Refusal(outcome.code, outcome.message);
}
