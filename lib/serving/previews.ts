import type { IncomingMessage, ServerResponse } from 'node:http';
import { previewPath } from '@/lib/addresses';
import { inColours } from '../formats/editions/colours';
import { keepLanguage } from './keep-language';
import type { PageStyles } from './page-styles';
import { toReaderHtml } from './reader-html';
import type { Render, Rendered } from './render';
import { isHtml } from './render-page';
import { hasEditions } from './requested-edition';
import type { RouteTable } from './route-table';

interface Options {
  render: Render;
  readStylesheet: (path: string) => PageStyles | null;
  /** The public address, without a trailing slash. */
  siteUrl: string;
  /** Whether a preview link with this token is valid now. */
  isPreviewOpen: (token: string) => boolean;
  table: RouteTable;
}

/** In a frame, links open in a new tab: this is the only page of ours that may be framed. */
const LINKS = /<a\b[^<>]*>/g;
const LEAVING = /\shref="(?!#)/;

/**
 * Serves drafts as readers would see them: the same markup without scripts. Nothing of them is cached, here
 * or on the way, and only the named client headers are used for rendering them.
 */
export function previewPages({ render, readStylesheet, siteUrl, isPreviewOpen, table }: Options) {
  const site = { siteUrl, hasEditions: (path: string) => hasEditions(table, path) };

  /** For signed-in users; the proof page frames it, in the requested colours. */
  const ofAuthors = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', siteUrl);
    const rendered = await render(pathname, {
      cookie: request.headers.cookie ?? '',
      'x-forwarded-for': String(request.headers['x-forwarded-for'] ?? ''),
    });
    for (const name of ['location', 'set-cookie'] as const) {
      const value = rendered.headers[name];
      if (value !== undefined) response.setHeader(name, value);
    }
    const colours = searchParams.get('colours');
    const isFramed = colours === 'light' || colours === 'dark';
    const framed = (html: string) =>
      isFramed ? inColours(html, colours, site).replace(LINKS, inNewTab) : html;
    send(response, rendered, { status: rendered.status, framedBy: "'self'", finish: framed });
  };

  /** For anyone with a preview link: the client's identity is ignored, and no referrer is sent. */
  const shared = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, , token = ''] = new URL(request.url ?? '/', siteUrl).pathname.split('/');
    const isOpen = isPreviewOpen(token);
    const rendered = await render(isOpen ? previewPath(token) : previewPath());
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('x-robots-tag', 'noindex, nofollow');
    const keepsStatus = isOpen || rendered.status >= 500;
    send(response, rendered, { status: keepsStatus ? rendered.status : 410, framedBy: "'none'" });
  };

  function send(response: ServerResponse, rendered: Rendered, how: Sending): void {
    const { status, framedBy, finish = (html) => html } = how;
    const type = rendered.headers['content-type'];
    if (type !== undefined) response.setHeader('content-type', type);
    if (!isHtml(rendered)) {
      response.writeHead(status).end(rendered.body);
      return;
    }
    const { html, policy } = toReaderHtml(String(rendered.body), readStylesheet, { framedBy });
    response.setHeader('content-security-policy', policy);
    response.writeHead(status).end(finish(keepLanguage(html, previewPath(), table)));
  }

  return { ofAuthors, shared };
}

function inNewTab(link: string): string {
  return LEAVING.test(link) ? link.replace('<a', '<a target="_blank"') : link;
}

interface Sending {
  status: number;
  framedBy: "'self'" | "'none'";
  /** Changes the page's markup; its styles must stay, because the policy names them. */
  finish?: (html: string) => string;
}
