import { renamed, unwrap, wordsOf } from './elements';
import type { Removed } from './report';

/** Ghost's cards that ask readers for something. */
const ASKING =
  '.kg-signup-card, .kg-cta-card, .kg-header-card, .kg-product-card, .kg-paywall, .kg-email-card';

/** Says in plain elements what the cards of Ghost and the blocks of WordPress hold. */
export function plainCards(root: HTMLElement, removed: Removed): void {
  for (const card of root.querySelectorAll(ASKING)) {
    removed.furniture += 1;
    card.remove();
  }
  for (const card of root.querySelectorAll<HTMLElement>('.kg-bookmark-card')) bookmark(card);
  for (const icon of root.querySelectorAll('.kg-callout-emoji, .kg-toggle-card-icon')) icon.remove();
  for (const card of root.querySelectorAll<HTMLElement>('.kg-callout-card')) {
    renamed(card, 'aside').setAttribute('data-callout', '');
  }
  for (const quote of root.querySelectorAll<HTMLElement>(
    '.wp-block-pullquote blockquote, .kg-blockquote-alt',
  )) {
    quote.className = 'pull-quote';
  }
  for (const figure of root.querySelectorAll<HTMLElement>('.wp-block-pullquote, .wp-block-table')) {
    unwrap(figure);
  }
  for (const frame of root.querySelectorAll<HTMLElement>('iframe')) frameToLink(frame);
  for (const embed of root.querySelectorAll<HTMLElement>('.wp-block-embed__wrapper')) addressToLink(embed);
}

function bookmark(card: HTMLElement): void {
  const link = card.querySelector<HTMLElement>('a[href]');
  const title = wordsOf(card.querySelector('.kg-bookmark-title') ?? card);
  leaveLink(card, link?.getAttribute('href') ?? null, title);
}

/** What is shown in a frame is named by its address, where that says something to people. */
function frameToLink(frame: HTMLElement): void {
  const source = (frame.getAttribute('src') ?? '').replace(/^\/\//, 'https://');
  const video = /youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,})/.exec(source)?.[1];
  const isKnown = /(vimeo|spotify|soundcloud|facebook|ted)\.com|openstreetmap\.org/.test(source);
  const address = video ? `https://www.youtube.com/watch?v=${video}` : isKnown ? source : null;
  leaveLink(frame, address, frame.getAttribute('title') || address || '');
}

function addressToLink(wrapper: HTMLElement): void {
  const address = wordsOf(wrapper);
  if (/^https?:\/\/\S+$/.test(address)) leaveLink(wrapper, address, address);
}

function leaveLink(place: HTMLElement, address: string | null, words: string): void {
  if (!address || !/^https?:/.test(address)) {
    place.remove();
    return;
  }
  const line = place.ownerDocument.createElement('p');
  const link = place.ownerDocument.createElement('a');
  link.setAttribute('href', address);
  link.textContent = words;
  line.append(link);
  place.replaceWith(line);
}
