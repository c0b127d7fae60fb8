import { parseHTML } from 'linkedom';

/** What a page says of itself to those who link to it. */
export interface PageWords {
  title: string;
  text: string;
  site: string;
  /** Where its picture is, or null. */
  picture: string | null;
}

/** Only the head is read, and it is near the beginning; some pages go on for megabytes. */
const LONGEST_HEAD = 600_000;
const LONGEST = { title: 500, text: 1000, site: 200 };

/** Reads what a page says of itself. @param url where the page is, for addresses that begin there. */
export function readPage(html: string, url: string): PageWords {
  const end = html.search(/<\/head>/i);
  const head = html.slice(0, end < 0 ? LONGEST_HEAD : Math.min(end, LONGEST_HEAD));
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${inBody(head)}</body></html>`);
  const named = (...names: string[]) => {
    for (const name of names) {
      const meta = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`);
      const words = meta?.getAttribute('content')?.replace(/\s+/g, ' ').trim();
      if (words) return words;
    }
    return '';
  };
  const title = document.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return {
    title: (named('og:title', 'twitter:title') || title).slice(0, LONGEST.title),
    text: named('og:description', 'twitter:description', 'description').slice(0, LONGEST.text),
    site: named('og:site_name', 'application-name').slice(0, LONGEST.site),
    picture: webAddress(named('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image'), url),
  };
}

/** Only what is looked for, so that a page broken in any other way is read all the same. */
function inBody(head: string): string {
  const markup = head.replace(/<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, '');
  return (markup.match(/<meta\b[^>]*>|<title\b[^>]*>[^<]*<\/title>/gi) ?? []).join('');
}

function webAddress(address: string, base: string): string | null {
  if (!address || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}
