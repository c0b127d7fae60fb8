import type { EmbedAttributes } from '@/lib/document/attributes';

const HOSTS: [EmbedAttributes['kind'], RegExp][] = [
  ['youtube', /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/],
  ['facebook', /(?:^|\.)(?:facebook\.com|fb\.watch|fb\.com)$/],
  ['x', /(?:^|\.)(?:x\.com|twitter\.com)$/],
  ['telegram', /(?:^|\.)(?:t\.me|telegram\.me|telegram\.org)$/],
];

/** Returns which site a card links to, if cards for that site have their own appearance. */
export function kindOfLink(url: string): EmbedAttributes['kind'] {
  const { hostname } = new URL(url);
  return HOSTS.find(([, host]) => host.test(hostname))?.[0] ?? 'link';
}
