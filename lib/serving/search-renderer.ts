import { namedLanguage } from '@/lib/language/path-language';
import { searchInThread } from '@/lib/posts/search-in-thread';
import { SEARCH_SLOT } from '@/lib/posts/search-slot';
import { onceAVersion, type RenderAt } from './once-a-version';
import type { Render } from './render';

const SLOT = `<slot name="${SEARCH_SLOT}"></slot>`;

/**
 * Renders the search page. Next renders its frame, once per content version, and a thread searches and renders
 * what is put into it: to Next, every search would be a new page.
 * @param file the database.
 */
export function searchRenderer(render: Render, file: string): RenderAt {
  const renderFrame = onceAVersion(render);
  return async (key, version) => {
    const [path = '', query = ''] = key.split('?');
    // With a query, search engines are asked not to index the page.
    const frame = await renderFrame(query ? `${path}?q=` : path, version);
    if (frame.status !== 200) return frame;
    const [before, after, ...more] = frame.body.toString('utf8').split(SLOT);
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error('The frame of the search page must have one slot.');
    const content = await searchInThread({ file, query, language: namedLanguage(path) });
    return { ...frame, body: Buffer.from(before + content + after) };
  };
}
