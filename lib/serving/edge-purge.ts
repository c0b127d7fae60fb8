const LONGEST_WAIT_MS = 5000;

/**
 * Tells an edge that its copies are old.
 * @param signal gives up on the answer.
 * @throws when the edge does not say that it purged: a lost purge would leave readers with old pages.
 * @see https://www.fastly.com/documentation/reference/api/purging/
 */
export async function askEdgeToPurge(url: string, signal: AbortSignal): Promise<void> {
  const answer = await fetch(url, {
    method: 'PURGE',
    headers: { 'surrogate-key': 'broadside' },
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT_MS)]),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`The edge at ${url} did not purge: it answered ${answer.status}.`);
}
