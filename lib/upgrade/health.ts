/** They cover every part that readers need: the process with its database, and Next with the theme. */
const PATHS = ['/healthz', '/'];
const AGAIN_AFTER_MS = 50;
const ANSWER_WITHIN_MS = 30_000;

/**
 * Waits until a publication on this machine answers as it should.
 * @param options.within how long the first answer may take, in ms.
 * @param options.hasEnded whether its process has ended, so that waiting is useless.
 * @returns what is wrong, as the end of a sentence, or null.
 */
export async function findFault(options: {
  /** Its address, without a final slash. */
  url: string;
  within: number;
  hasEnded: () => boolean;
}): Promise<string | null> {
  const until = Date.now() + options.within;
  for (;;) {
    const fault = await faultNow(options.url);
    if (!fault) return null;
    if (options.hasEnded()) return 'it exited.';
    if (Date.now() > until) return fault;
    await new Promise((done) => setTimeout(done, AGAIN_AFTER_MS));
  }
}

async function faultNow(url: string): Promise<string | null> {
  for (const path of PATHS) {
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      const { status } = await fetch(`${url}${path}`, { signal, redirect: 'manual' });
      if (status >= 500) return `${path} answers ${status}.`;
    } catch (error) {
      if (error instanceof Error) return `${path} does not answer (${error.message}).`;
      throw error;
    }
  }
  return null;
}
