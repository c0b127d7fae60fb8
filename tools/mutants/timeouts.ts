/**
 * Returns whether a test failed because of a timeout. A busy machine causes timeouts too, so one says nothing about a
 * mutant until the same test passes next to it.
 */
export function isTimeout(errors: { message?: string }[] | undefined): boolean {
  return errors?.some(({ message }) => /^(?:Test|Hook) timed out in /.test(message ?? '')) ?? false;
}
