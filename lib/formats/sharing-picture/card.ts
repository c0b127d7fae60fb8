import { createHash } from 'node:crypto';
import { sharingPicturePath } from '@/lib/addresses';
import { type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { LivePost } from '@/lib/posts/types';
import type { Site } from '@/lib/settings/site';
import { type CardLook, cardLook } from '@/lib/settings/site-pictures';

/** The texts of a sharing picture. */
export interface SharingCard {
  siteName: string;
  headline: string;
  /** A line below the headline: the authors, or the publication's tagline. */
  foot: string;
  language: LanguageCode;
  /** What it shows besides words; left out for the looks of the theme. */
  look?: CardLook;
}

/** What cards show of a publication. */
export type CardSite = Pick<Site, 'name' | 'tagline' | 'accent' | 'logo'>;

export const SHARING_WIDTH_PX = 1200;
export const SHARING_HEIGHT_PX = 630;

/** A new design needs a new number, so that networks fetch the picture again. */
const LOOK = 2;
const HASH_LENGTH = 12;

/** Builds the card of a post. */
export function cardOfPost(post: LivePost, site: CardSite): SharingCard {
  const words = stringsFor(post.language);
  const names = post.byline.map(({ name }) => name).join(words.listComma);
  const label = post.source ? words.republished : words.opinion;
  const foot =
    post.kind === 'page' ? '' : [label, names && `${words.by} ${names}`].filter(Boolean).join(' · ');
  const siteName = localText(site.name, post.language);
  return { siteName, headline: post.headline, foot, language: post.language, look: cardLook(site) };
}

/** Builds the card of the publication itself, for every page that is not a post. */
export function cardOfSite(site: CardSite, language: LanguageCode): SharingCard {
  return {
    siteName: '',
    headline: localText(site.name, language),
    foot: localText(site.tagline, language),
    language,
    look: cardLook(site),
  };
}

/**
 * Returns the address of a card's picture. It changes with the texts, because networks fetch an address only
 * once.
 * @param slug of the post, or the language code for the publication itself.
 */
export function sharingPictureUrl(card: SharingCard, slug: string): string {
  return sharingPicturePath(slug, `${cardHash(card)}.png`);
}

/** Computes the name of a card's picture. */
export function cardHash({ siteName, headline, foot, language, look }: SharingCard): string {
  const isPlain = !look?.accent && !look?.logo;
  const words = JSON.stringify([LOOK, siteName, headline, foot, language, ...(isPlain ? [] : [look])]);
  return createHash('sha256').update(words).digest('hex').slice(0, HASH_LENGTH);
}
