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
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', back);
  window.addEventListener('online', back);
  window.addEventListener('beforeunload', warn);
  document.addEventListener('visibilitychange', turned);
  document.addEventListener('freeze', leave);
  document.addEventListener('resume', back);
  return () => {
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', back);
    window.removeEventListener('online', back);
    window.removeEventListener('beforeunload', warn);
    document.removeEventListener('visibilitychange', turned);
    document.removeEventListener('freeze', leave);
    document.removeEventListener('resume', back);
    leave();
  };
}
