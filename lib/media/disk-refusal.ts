import { Refusal } from '@/lib/errors';

/** Returns the refusal for a full disk, and any other error unchanged. */
export function fullDisk(error: unknown): unknown {
  if (!isDiskFull(error)) return error;
  return new Refusal('invalid', 'diskFullFile');
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
