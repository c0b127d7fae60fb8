import type { FetchedPage } from '@/lib/embeds/page-worker';

/** Reads a page with a pattern that takes twice as long for each more `a`: hours for forty. */
export default function readSlowly({ bytes }: FetchedPage) {
  const [title = ''] = /^(?:a+)+$/.exec(Buffer.from(bytes).toString('utf8')) ?? [];
  return { title, text: '', site: '', picture: null };
}
