/** One for each page, so that a page does not hear itself. */
let channel: BroadcastChannel | null = null;

function openChannel(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  channel ??= new BroadcastChannel('broadside-posts');
  return channel;
}

/** Tells the other pages of this browser that posts were changed on this one: what they show may be out of date. */
export function tellPostsChanged(): void {
  openChannel()?.postMessage(null);
}

/** Calls `heard` when another page of this browser has changed posts. @returns a function that ends it. */
export function onPostsChanged(heard: () => void): () => void {
  const open = openChannel();
  open?.addEventListener('message', heard);
  return () => open?.removeEventListener('message', heard);
}
