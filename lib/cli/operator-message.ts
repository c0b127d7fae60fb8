import { OperatorError, Refusal } from '@/lib/errors';
import { refusalIn } from '@/lib/language/refusals';

/** Returns what a terminal shows for an error: one sentence where that is enough, the error itself if it is a bug. */
export function operatorMessage(error: unknown): unknown {
  if (error instanceof Refusal) return refusalIn('en', error);
  if (error instanceof OperatorError || isWrongUsage(error)) return error.message;
  return sentenceOfMachine(error) ?? error;
}

/** Codes of SQLite and of the system for what the machine cannot do. On a full disk SQLite may say either. */
const MACHINE_TROUBLE = [
  [/^(?:SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/, 'The disk is full. Free some space and try again.'],
  [
    /^(?:SQLITE_(?:IOERR|READONLY|CANTOPEN)|EROFS|EIO)/,
    'The disk cannot be written or read. Check that it is not full, broken or read-only.',
  ],
  [/^SQLITE_BUSY/, 'Another program uses the database. Try again in a moment.'],
] as const;

function sentenceOfMachine(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  const code = String(error.code);
  const [, sentence] = MACHINE_TROUBLE.find(([pattern]) => pattern.test(code)) ?? [];
  return sentence ? `${sentence} (${code})` : null;
}

/** Returns whether the arguments were wrong: the message of `parseArgs` explains that well enough. */
function isWrongUsage(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
