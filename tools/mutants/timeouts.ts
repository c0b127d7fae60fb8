/**
 * Whether a test failed since its time was over. A busy machine does that too, so that it says nothing of
 * a mutant until the same test passes beside it.
 */
export function isTimeout(errors: { message?: string }[] | undefined): boolean {
  return errors?.some(({ message }) => /^(?:Test|Hook) timed out in /.test(message ?? '')) ?? false;
}
