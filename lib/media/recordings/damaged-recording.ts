import { Refusal } from '@/lib/errors';

/** Returns the refusal for a recording with nothing to play. @param cause what the parser found. */
export function damagedRecording(cause?: unknown): Refusal {
  const refusal = new Refusal('invalid', 'recordingDamaged');
  refusal.cause = cause;
  return refusal;
}

/** Returns what a parser's error means: a damaged recording, unless the system failed or it is a refusal already. */
export function meaningOf(error: unknown): unknown {
  const isOfSystem = error instanceof Error && 'syscall' in error;
  return error instanceof Refusal || isOfSystem ? error : damagedRecording(error);
}
