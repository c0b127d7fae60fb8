import type { EmbedAttributes } from '@/lib/document/attributes';
import { kindOfLink } from './kind-of-link';

type BareCard = Omit<EmbedAttributes, 'mediaId'>;
type SiteKind = Exclude<EmbedAttributes['kind'], 'link'>;

const SITES: Record<SiteKind, string> = {
  youtube: 'YouTube',
  facebook: 'Facebook',
  x: 'X',
  telegram: 'Telegram',
};

/** The first part of a path that names an account; on Facebook and Telegram, many pages have other first parts. */
const ACCOUNTS: Record<SiteKind, RegExp> = {
  youtube: /^@[\w.-]{3,30}$/,
  facebook: /^[a-z\d.]{5,50}$/i,
  x: /^\w{2,15}$/,
  telegram: /^\w{5,32}$/,
};
const NO_ACCOUNTS = new Set(
  'watch groups events photo photos photo.php video.php story.php permalink.php profile.php reel reels share sharer marketplace gaming home search explore intent hashtag joinchat addstickers proxy socks'.split(
    ' ',
  ),
);

/**
 * Returns the card of a page that gives no data. Of the sites whose cards look their own, which often answer nobody but
 * browsers, it names the site, and the account if the address does; of any other page it has only the address.
 */
export function bareCard(url: string): BareCard {
  const kind = kindOfLink(url);
  const bare = { url, title: '', text: '', site: '', kind };
  return kind === 'link' ? bare : { ...bare, title: accountIn(url, kind), site: SITES[kind] };
}

function accountIn(url: string, kind: SiteKind): string {
  const [, first = ''] = new URL(url).pathname.split('/');
  if (NO_ACCOUNTS.has(first.toLowerCase()) || !ACCOUNTS[kind].test(first)) return '';
  return first.startsWith('@') || kind === 'facebook' ? first : `@${first}`;
}
