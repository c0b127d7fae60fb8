import type { Autosave } from './autosave';

/**
 * Saves when the page is hidden, left, back from sleep or online again. Warns only while something is neither on
 * the server nor in this browser.
 * @returns a function that stops watching and saves once more.
 */
export function watchPage(autosave: Autosave): () => void {
  const leave = () => {
    void autosave.keepNow();
    void autosave.flush(true);
  };
  const turned = () => (document.visibilityState === 'hidden' ? leave() : autosave.retryNow());
  const back = () => autosave.retryNow();
  const warn = (event: BeforeUnloadEvent) => autosave.isUnsaved && event.preventDefault();
  const watching = new AbortController();
  const { signal } = watching;
  window.addEventListener('pagehide', leave, { signal });
  window.addEventListener('pageshow', back, { signal });
  window.addEventListener('online', back, { signal });
  window.addEventListener('beforeunload', warn, { signal });
  document.addEventListener('visibilitychange', turned, { signal });
  document.addEventListener('freeze', leave, { signal });
  document.addEventListener('resume', back, { signal });
  return () => {
    watching.abort();
    leave();
  };
}
