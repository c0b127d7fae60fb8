import type { JobKind } from './kinds';

/** Thrown for a payload that no later attempt could read either, with a sentence for the operator. */
export class UnreadablePayload extends Error {
  override name = 'UnreadablePayload';
}

/**
 * Reads what a job is about.
 * @throws UnreadablePayload when it is not JSON, or not what the kind expects.
 */
export function readPayload<P>(kind: JobKind<P>, { payload }: { payload: string }): P {
  const read = kind.payload.safeParse(parseJson(payload));
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => [...path, message].join(': '));
  throw new UnreadablePayload(`The details of this job are not valid. ${faults.join('; ')}`);
}

/** Whether `readPayload` would return what the job is about. */
export function canRead(kind: JobKind<unknown>, job: { payload: string }): boolean {
  try {
    readPayload(kind, job);
    return true;
  } catch (error) {
    if (error instanceof UnreadablePayload) return false;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadablePayload('The details of this job are not valid JSON.', { cause: error });
  }
}
