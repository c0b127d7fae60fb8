import type { ServerResponse } from 'node:http';
import { PLAIN_PAGE_HEADERS, plainPage } from './plain-page';

const HTML = plainPage(
  'en',
  'Something went wrong',
  `<h1>Something went wrong</h1>
<p>This page could not be shown. Try again in a moment, or go to the <a href="/">front page</a>.</p>
<div lang="km"><h1>មានបញ្ហាកើតឡើង</h1>
<p>មិនអាចបង្ហាញទំព័រនេះបានទេ។ សូមព្យាយាមម្តងទៀតបន្តិចទៀត ឬទៅ<a href="/">ទំព័រដើម</a>។</p></div>`,
);

const HEADERS = { ...PLAIN_PAGE_HEADERS, 'content-length': Buffer.byteLength(HTML), 'retry-after': '10' };

/**
 * Sends a page that reports the failure in every language of the interface. It uses nothing that could fail
 * too, not even the language of the publication.
 * @param headers of every answer.
 */
export function sendFailurePage(response: ServerResponse, headers: Record<string, string>): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // Node sends no body to HEAD.
  response.writeHead(500, { ...headers, ...HEADERS }).end(HTML);
}
