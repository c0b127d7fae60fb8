import { OperatorError, Refusal } from '@/lib/errors';
import { refusalIn } from '@/lib/language/refusals';

/** Returns what a terminal shows for an error: one sentence where that is enough, the error itself if it is a bug. */
export function operatorMessage(error: unknown): unknown {
  if (error instanceof Refusal) return refusalIn('en', error);
  return error instanceof OperatorError || isWrongUsage(error) ? error.message : error;
}

/** Returns whether the arguments were wrong: the message of `parseArgs` explains that well enough. */
function isWrongUsage(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
