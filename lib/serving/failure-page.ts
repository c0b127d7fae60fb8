import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { COLOURS } from '@/lib/settings/theme-colours';

const { light, dark } = COLOURS;

const STYLE = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;
font:1.15rem/1.6 Georgia,"Noto Serif Khmer","Khmer OS",serif;background:${light.paper};color:${light.ink}}
main{max-width:32rem;padding:2rem}h1{font-size:1.7rem;line-height:1.3;margin:0 0 .4rem}p{margin:0 0 2rem}
a{color:inherit}[lang=km]{line-height:1.9}
@media (prefers-color-scheme:dark){body{background:${dark.paper};color:${dark.ink}}}`;

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>Something went wrong</title><style>${STYLE}</style></head><body><main>
<h1>Something went wrong</h1>
<p>This page could not be shown. Try again in a moment, or go to the <a href="/">front page</a>.</p>
<div lang="km"><h1>មានបញ្ហាកើតឡើង</h1>
<p>មិនអាចបង្ហាញទំព័រនេះបានទេ។ សូមព្យាយាមម្តងទៀតបន្តិចទៀត ឬទៅ<a href="/">ទំព័រដើម</a>។</p></div>
</main></body></html>`;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-length': Buffer.byteLength(HTML),
  'cache-control': 'no-store',
  'retry-after': '10',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`,
};

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
