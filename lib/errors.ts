import type { Reason, RefusalKey, RefusalValues } from './language/refusals';

export type RefusalCode = 'not_found' | 'forbidden' | 'signed_out' | 'conflict' | 'invalid' | 'unavailable';

/**
 * A failure that a user can cause: a code for programs, and a key with values for the sentence, which is
 * written in a person's language where the answer leaves the program (`refusalIn`). Anything else thrown is a
 * bug.
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

/**
 * An error that stops a program in a terminal, with a sentence for the person there; terminals get English.
 */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** A refusal as a value. */
export interface Failure {
  ok: false;
  code: RefusalCode;
  key: RefusalKey;
  /** Present where the sentence of the key has values. */
  values: RefusalValues | undefined;
}

export type Outcome<T> = { ok: true; value: T } | Failure;

/**
 * An outcome as a browser gets it, with the finished sentence. There is no key where the browser created it
 * because no answer came.
 */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; code: RefusalCode; key?: RefusalKey; message: string };

/** Returns a refusal as the outcome of the work that it stopped. */
export function failureOf({ code, key, values }: Refusal): Failure {
  return { ok: false, code, key, values };
}

/** Runs `work` and turns a Refusal into an outcome; bugs are thrown on. */
export function refusable<T>(work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof Refusal) return failureOf(error);
    throw error;
  }
}

/**
 * Returns the value of an outcome, for callers that cannot continue without it.
 * @throws Refusal when the outcome is one.
 */
export function requireValue<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  // Both come from one Refusal, so they belong together.
  throw new Refusal(outcome.code, ...([outcome.key, outcome.values] as Reason));
}
