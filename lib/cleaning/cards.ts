import { renamed, unwrap, wordsOf } from './elements';
import type { Removed } from './report';
import { withoutTrackers } from './trackers';

/** Maximum lengths, the same as in the schema. */
const LONGEST: Record<string, number> = { title: 500, text: 1000, site: 200 };

/** Ghost cards that ask readers for something. */
const ASKING =
  '.kg-signup-card, .kg-cta-card, .kg-header-card, .kg-product-card, .kg-paywall, .kg-email-card';

/** Converts Ghost cards and WordPress blocks to plain elements. */
export function plainCards(root: HTMLElement, removed: Removed): void {
  for (const card of root.querySelectorAll(ASKING)) {
    removed.furniture += 1;
    card.remove();
  }
  for (const card of root.querySelectorAll<HTMLElement>('.kg-bookmark-card')) bookmark(card);
  for (const icon of root.querySelectorAll('.kg-callout-emoji, .kg-toggle-card-icon')) icon.remove();
  for (const card of root.querySelectorAll<HTMLElement>('.kg-callout-card')) {
    renamed(card, 'aside').setAttribute('data-kind', 'note');
  }
  for (const quote of root.querySelectorAll<HTMLElement>(
    '.wp-block-pullquote blockquote, .kg-blockquote-alt',
  )) {
    quote.className = 'pull-quote';
  }
  for (const figure of root.querySelectorAll<HTMLElement>('.wp-block-pullquote, .wp-block-table')) {
    unwrap(figure);
  }
  for (const frame of root.querySelectorAll<HTMLElement>('iframe')) frameToCard(frame);
  for (const embed of root.querySelectorAll<HTMLElement>('.wp-block-embed__wrapper')) addressToCard(embed);
}

/** Sites whose cards have their own display. */
const KINDS: [kind: string, host: RegExp][] = [
  ['youtube', /(^|\.)(youtube\.com|youtu\.be)$/],
  ['facebook', /(^|\.)(facebook\.com|fb\.watch)$/],
  ['x', /(^|\.)(x\.com|twitter\.com)$/],
  ['telegram', /^(t\.me|telegram\.me)$/],
];

function bookmark(card: HTMLElement): void {
  const link = card.querySelector<HTMLElement>('a[href]');
  const said = (name: string) =>
    wordsOf(card.querySelector(`.kg-bookmark-${name}`) ?? card.ownerDocument.createElement('i'));
  leaveCard(card, link?.getAttribute('href') ?? null, {
    title: said('title'),
    text: said('description'),
    site: said('author'),
  });
}

/** Replaces a frame with a card for its address, if the address means something to people. */
function frameToCard(frame: HTMLElement): void {
  const source = (frame.getAttribute('src') ?? '').replace(/^\/\//, 'https://');
  const video = /youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,})/.exec(source)?.[1];
  const isKnown = /(vimeo|spotify|soundcloud|facebook|ted)\.com|openstreetmap\.org/.test(source);
  const address = video ? `https://www.youtube.com/watch?v=${video}` : isKnown ? source : null;
  leaveCard(frame, address, { title: frame.getAttribute('title') ?? '' });
}

function addressToCard(wrapper: HTMLElement): void {
  const address = wordsOf(wrapper);
  if (/^https?:\/\/\S+$/.test(address)) leaveCard(wrapper, address, {});
}

/** Replaces an element with a card that links to the address; removes it if that is not a web address. */
function leaveCard(place: HTMLElement, address: string | null, said: Record<string, string>): void {
  if (!address || !/^https?:/.test(address) || !URL.canParse(address)) {
    place.remove();
    return;
  }
  const { hostname } = new URL(address);
  const kind = KINDS.find(([, host]) => host.test(hostname))?.[0] ?? 'link';
  const card = place.ownerDocument.createElement('div');
  const site = hostname.replace(/^www\./, '');
  for (const [name, value] of Object.entries({ url: withoutTrackers(address), kind, site, ...said })) {
    if (value) card.setAttribute(`data-${name}`, value.slice(0, LONGEST[name] ?? 4000));
  }
  place.replaceWith(card);
}
