const LONGEST_WAIT_MS = 5000;
const TRIES = 3;
const PAUSE_MS = 1000;

interface Options {
  /** Where each edge takes requests to purge. */
  urls: string[];
  currentVersion: () => number;
  report: (error: unknown) => void;
}

/**
 * Tells the edges that their copies are old, whenever the content version has moved since the last
 * call, whoever moved it; also at the first call, since much may have changed while we were down.
 * @returns to be called often; costs microseconds while nothing changes.
 * @see https://www.fastly.com/documentation/reference/api/purging/
 */
export function edgePurger({ urls, currentVersion, report }: Options): () => void {
  let purged: number | undefined;
  return () => {
    if (urls.length === 0 || purged === currentVersion()) return;
    purged = currentVersion();
    for (const url of urls) purge(url).catch(report);
  };
}

/** Asks one edge, again if it does not answer: a lost purge would leave readers with old pages. */
async function purge(url: string, triesLeft = TRIES): Promise<void> {
  try {
    const answer = await fetch(url, {
      method: 'PURGE',
      headers: { 'surrogate-key': 'broadside' },
      redirect: 'error',
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The edge at ${url} did not purge: it answered ${answer.status}.`);
  } catch (error) {
    if (triesLeft <= 1) throw error;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
    await purge(url, triesLeft - 1);
  }
}
