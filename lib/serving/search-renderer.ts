import { namedLanguage } from '@/lib/language/path-language';
import { searchInThread } from '@/lib/posts/search-in-thread';
import { SEARCH_SLOT } from '@/lib/posts/search-slot';
import { onceAVersion, type RenderAt } from './once-a-version';
import type { Render, Rendered } from './render';

const SLOT = `<slot name="${SEARCH_SLOT}"></slot>`;

/**
 * Renders the search page. Next renders its frame, once per content version, and a thread searches and renders
 * what is put into it: to Next, every search would be a new page.
 * @param file the database.
 */
export function searchRenderer(render: Render, file: string): RenderAt {
  const renderFrame = onceAVersion(render);
  /** Each frame, cut in two: otherwise every search would copy it twice more. */
  const halves = new WeakMap<Rendered, string[]>();
  return async (key, version) => {
    const [path = '', query = ''] = key.split('?');
    // With a query, search engines are asked not to index the page.
    const frame = await renderFrame(query ? `${path}?q=` : path, version);
    if (frame.status !== 200) return frame;
    const parts = halves.get(frame) ?? String(frame.body).split(SLOT);
    halves.set(frame, parts);
    const [before, after, ...more] = parts;
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error('The frame of the search page must have one slot.');
    const content = await searchInThread({ file, version, query, language: namedLanguage(path) });
    return { ...frame, body: before + content + after };
  };
}
