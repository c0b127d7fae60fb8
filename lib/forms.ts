import type { z } from 'zod';
import { Refusal } from './errors';

/**
 * What a form brought, checked.
 * @param otherwise what is said where neither the schema nor this function has words for the trouble.
 * @throws Refusal `invalid` with one sentence for people, never with the checker's own words.
 */
export function requireForm<S extends z.ZodType>(
  schema: S,
  input: unknown,
  otherwise = 'Please check the form.',
): z.output<S> {
  const parsed = schema.safeParse(input, { error: (issue) => tooMuch(issue) ?? otherwise });
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid', parsed.error.issues[0]?.message ?? otherwise);
}

function tooMuch(issue: z.core.$ZodRawIssue): string | null {
  if (issue.code !== 'too_big') return null;
  return issue.origin === 'string'
    ? `At most ${issue.maximum} characters fit here.`
    : `At most ${issue.maximum} fit here.`;
}
