import { EmbedAttributes } from '@/lib/document/attributes';
import type { MediaFacts } from '@/lib/document/media-facts';
import { bareCard } from '@/lib/embeds/bare-card';

type Answer =
  | { ok: true; value: { card: EmbedAttributes; media: MediaFacts | null } }
  /** `message` is missing when our own server did not answer. */
  | { ok: false; message?: string };

/**
 * Asks the server to fetch a page's card data. The sites whose cards look their own have one even when our server is not
 * reached.
 */
export async function askForCard(url: string): Promise<Answer> {
  const answer = await fetchedCard(url);
  const card = EmbedAttributes.read(bareCard(url));
  return answer.ok || !card || card.kind === 'link' ? answer : { ok: true, value: { card, media: null } };
}

async function fetchedCard(url: string): Promise<Answer> {
  try {
    const response = await fetch('/admin/embeds/card', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url }),
    });
    if (!response.headers.get('content-type')?.includes('json')) return { ok: false };
    return (await response.json()) as Answer;
  } catch (error) {
    console.warn('The server was not reached.', error);
    return { ok: false };
  }
}
