import type { RenderAt } from './once-a-version';
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
  const { render, renderSearch, answerFeed, answerIcon, hasPage, answerNoFile, table } = options;
  return async ({ key, path, type }, version) => {
    const { handler, isSearch } = table.find(path);
    if (isSearch) return renderSearch(key, version);
    if (handler === 'feed') return renderedOf(answerFeed(key));
    if (handler === 'icon') return renderedOf(await answerIcon(path));
    if (handler !== 'page' && handler !== 'data') return null;
    if (!hasPage(path)) return handler === 'data' ? renderedOf(answerNoFile(key)) : null;
    return render(key, type === undefined ? {} : { accept: type });
  };
}

async function renderedOf(answer: Response): Promise<Rendered> {
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
