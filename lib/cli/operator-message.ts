import { OperatorError, Refusal } from '@/lib/errors';
import { refusalIn } from '@/lib/language/refusals';

/** What a terminal shows of an error: one sentence where that says all, the error as it is where it is a bug. */
export function operatorMessage(error: unknown): unknown {
  if (error instanceof Refusal) return refusalIn('en', error);
  return error instanceof OperatorError || isWrongUsage(error) ? error.message : error;
}

/** Whether the arguments were wrong, which `parseArgs` says well itself. */
function isWrongUsage(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
