import { createHash } from 'node:crypto';
import { COLOURS } from '@/lib/settings/theme-colours';

const { light, dark } = COLOURS;

const STYLE = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;
font:1.15rem/1.6 Georgia,"Noto Serif Khmer","Khmer OS",serif;background:${light.paper};color:${light.ink}}
main{max-width:32rem;padding:2rem}h1{font-size:1.7rem;line-height:1.3;margin:0 0 .4rem}p{margin:0 0 2rem}
a{color:inherit}:lang(km){line-height:1.9}
@media (prefers-color-scheme:dark){body{background:${dark.paper};color:${dark.ink}}}`;

/** The headers of a plain page; the policy allows its own style and nothing else. */
export const PLAIN_PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`,
};

/**
 * Builds a page for an answer that Next does not make, so that it can be sent when Next cannot answer.
 * @param content HTML.
 */
export function plainPage(language: string, title: string, content: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><style>${STYLE}</style></head><body><main>
${content}
</main></body></html>`;
}
