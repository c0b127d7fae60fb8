import type { z } from 'zod';
import { Refusal } from './errors';
import { isRefusalKey, type LimitKey, type PlainKey, type Reason } from './language/refusals';

/** Returns the message for a check in a schema: the key of a refusal, which `requireForm` creates from it. */
export function because(key: PlainKey): string {
  return key;
}

/** Returns the same for a check with a maximum, such as `max`; the sentence states the maximum. */
export function overLimit(key: LimitKey): string {
  return key;
}

/**
 * Returns the validated fields of a form.
 * @param otherwise the key for errors to which the schema gave none.
 * @throws Refusal `invalid`, never with the checker's own words.
 */
export function requireForm<S extends z.ZodType>(
  schema: S,
  input: unknown,
  otherwise: PlainKey = 'checkForm',
): z.output<S> {
  const parsed = schema.safeParse(input, { error: (issue) => limitPassed(issue) ?? otherwise });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const key = issue?.message ?? otherwise;
  if (!isRefusalKey(key)) throw new Error(`A schema gave “${key}”, which is not the key of a refusal.`);
  const values = issue?.code === 'too_big' ? { count: Number(issue.maximum) } : undefined;
  throw new Refusal('invalid', ...([key, values] as Reason));
}

function limitPassed(issue: z.core.$ZodRawIssue): LimitKey | null {
  if (issue.code !== 'too_big') return null;
  if (issue.origin === 'string') return 'tooLongForField';
  return issue.origin === 'number' || issue.origin === 'int' ? 'numberTooLarge' : 'tooManyForField';
}
