import { namedLanguage } from '@/lib/language/path-language';
import { searchInThread } from '@/lib/posts/search-in-thread';
import { onceAVersion, type RenderAt } from './once-a-version';
import type { Render } from './render';

/**
 * Renders the search page. Next renders its frame, once per content version, and a thread searches and renders
 * the part that is put into it: to Next, every search would be a new page.
 * @param file the database.
 */
export function searchRenderer(render: Render, file: string): RenderAt {
  const renderFrame = onceAVersion(render);
  return async (key, version) => {
    const [path = '', query = ''] = key.split('?');
    // With a query, search engines are asked not to index the page.
    const frame = await renderFrame(query ? `${path}?q=` : path, version);
    if (frame.status !== 200) return frame;
    return { ...frame, part: await searchInThread({ file, version, query, language: namedLanguage(path) }) };
  };
}
