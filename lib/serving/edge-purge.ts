const LONGEST_WAIT_MS = 5000;

/**
 * Asks an edge to purge its copies.
 * @param signal aborts the wait for the answer.
 * @throws when the edge does not confirm the purge: a lost purge would leave readers with old pages.
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
