import type { Reason, RefusalKey, RefusalValues } from './language/refusals';

export type RefusalCode = 'not_found' | 'forbidden' | 'signed_out' | 'conflict' | 'invalid' | 'unavailable';

/**
 * What a user can cause: a code for programs, and a key with values for the sentence, which is made in
 * a person's language where the answer leaves the program (`refusalIn`). Anything else thrown is a bug.
 */
export class Refusal extends Error {
  readonly key: RefusalKey;
  readonly values: RefusalValues | undefined;

  constructor(
    readonly code: RefusalCode,
    ...[key, values]: Reason
  ) {
    super(values ? `${key} ${JSON.stringify(values)}` : key);
    this.name = 'Refusal';
    this.key = key;
    this.values = values;
  }
}

/** What stops a program that is run in a terminal, in a sentence for the person there; terminals get English. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** A refusal as a value. */
export interface Failure {
  ok: false;
  code: RefusalCode;
  key: RefusalKey;
  /** Where the sentence of the key is about something. */
  values: RefusalValues | undefined;
}

export type Outcome<T> = { ok: true; value: T } | Failure;

/**
 * An outcome as a browser gets it, with the sentence made.
 * There is no key where the browser made it because no answer came.
 */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; code: RefusalCode; key?: RefusalKey; message: string };

/** A refusal, as the outcome of what it stopped. */
export function failureOf({ code, key, values }: Refusal): Failure {
  return { ok: false, code, key, values };
}

/** Runs `work` and turns a Refusal into an outcome; bugs go on upwards. */
export function refusable<T>(work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof Refusal) return failureOf(error);
    throw error;
  }
}

/**
 * The value of an outcome, for callers that cannot go on without it.
 * @throws Refusal when the outcome is one.
 */
export function requireValue<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  // Both came out of a Refusal, so they belong together.
  throw new Refusal(outcome.code, ...([outcome.key, outcome.values] as Reason));
}
