import type { LanguageCode } from '@/lib/language/languages';
import type { RenderAt } from './once-a-version';
import { plainAddress } from './page-language';
import type { Render, Rendered } from './render';
import type { RouteTable } from './route-table';

interface Options {
  render: Render;
  /** Renders the search page. */
  renderSearch: RenderAt;
  /** Returns the feed at a percent-encoded path. */
  answerFeed: (path: string) => Response;
  /** Returns the icon at a path. */
  answerIcon: (path: string) => Promise<Response>;
  /** Returns whether Next can have a page or file at a percent-decoded path. */
  hasPage: (path: string) => boolean;
  /** Returns the languages of the publication; the pages of the first are at plain addresses. */
  languages: () => readonly LanguageCode[];
  /** Returns the answer to programs at a percent-encoded path that has no file. */
  answerNoFile: (path: string) => Response;
  table: RouteTable;
}

/** A page, or a file treated like one, to be rendered. */
export interface Place {
  /** Percent-encoded path and known query. */
  key: string;
  /** Percent-decoded path. */
  path: string;
  /** The requested media type, where it is not the usual one. */
  type?: string;
}

/**
 * Renders a place at a content version; null where the table has none, so that nothing is rendered for addresses
 * that cannot exist.
 */
export type RenderPlace = (place: Place, version: number) => Promise<Rendered | null>;

/** Renders a place with the handler that the table names. */
export function placeRenderer(options: Options): RenderPlace {
  const { render, renderSearch, answerFeed, answerIcon, hasPage, answerNoFile, languages, table } = options;
  return async ({ key, path, type }, version) => {
    const { handler, isSearch, inLanguages } = table.find(path);
    if (handler === 'feed') return renderedOf(answerFeed(key));
    if (handler === 'icon') return renderedOf(await answerIcon(path));
    if (handler !== 'page' && handler !== 'data') return null;
    if (!hasPage(path)) return handler === 'data' ? renderedOf(answerNoFile(key)) : null;
    const place = inLanguages === 'other' ? plainAddress(table, key) : null;
    if (place && place.language === languages()[0]) return movedTo(place.plain);
    if (isSearch) return renderSearch(key, version);
    return render(key, type === undefined ? {} : { accept: type });
  };
}

function movedTo(location: string): Rendered {
  return { status: 301, headers: { location }, body: Buffer.alloc(0) };
}

async function renderedOf(answer: Response): Promise<Rendered> {
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
