/** Names of networks, by the host of their addresses. */
const NETWORKS: Record<string, string> = {
  'bsky.app': 'Bluesky',
  'facebook.com': 'Facebook',
  'fb.com': 'Facebook',
  'github.com': 'GitHub',
  'instagram.com': 'Instagram',
  'linkedin.com': 'LinkedIn',
  'mastodon.social': 'Mastodon',
  'medium.com': 'Medium',
  't.me': 'Telegram',
  'telegram.me': 'Telegram',
  'threads.com': 'Threads',
  'threads.net': 'Threads',
  'tiktok.com': 'TikTok',
  'twitter.com': 'X',
  'vimeo.com': 'Vimeo',
  'whatsapp.com': 'WhatsApp',
  'x.com': 'X',
  'youtube.com': 'YouTube',
};

/** Returns the name of the network at a web address, or else the host: `t.me/lamp` is Telegram. */
export function networkName(url: string): string {
  const host = new URL(url).hostname.replace(/^(?:www|m)\./, '');
  return NETWORKS[host] ?? host;
}

/** Returns whether a link leads to another site; otherwise it is a path of this one. */
export function isElsewhere(path: string): boolean {
  return !path.startsWith('/');
}
