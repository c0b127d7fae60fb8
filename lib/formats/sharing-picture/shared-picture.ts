import sharp from 'sharp';
import type { Db } from '@/db/client';
import { decodedSlug } from '@/lib/addresses';
import { isLanguageCode } from '@/lib/language/languages';
import { findPublishedPost } from '@/lib/posts/queries';
import type { LivePost } from '@/lib/posts/types';
import { readSite } from '@/lib/settings/site';
import { type CardSite, cardOfPost, cardOfSite, type SharingCard, sharingPictureUrl } from './card';
import { fileOfCrop, type LeadCrop, leadCrop, leadCropUrl } from './lead-crop';
import { sharingPicture } from './paint-card';

/** The sharing picture of a page. */
export interface SharedPicture {
  path: string;
  mime: string;
  /** Returns its bytes. @param mediaDir the folder of all pictures. */
  paint: (mediaDir: string) => Promise<Buffer>;
}

/**
 * Returns the sharing picture of a post: its lead picture cropped around the focus point, or else a picture
 * of its texts.
 */
export function sharedPictureOf(post: LivePost, site: CardSite): SharedPicture {
  const crop = post.leadMedia && leadCrop(post.leadMedia);
  if (!crop) return paintedCard(cardOfPost(post, site), post.slug);
  const paint = (mediaDir: string) => cropLead(mediaDir, crop);
  return { path: leadCropUrl(crop, post.slug), mime: 'image/jpeg', paint };
}

/**
 * Finds the sharing picture of a live post, or of the publication in a language, or null.
 * @param slug of the post or the language code, as in an address.
 */
export function findSharedPicture(db: Db, slug: string): SharedPicture | null {
  const site = readSite(db);
  if (isLanguageCode(slug)) return paintedCard(cardOfSite(site, slug), slug);
  const post = findPublishedPost(db, decodedSlug(slug));
  return post && sharedPictureOf(post, site);
}

function paintedCard(card: SharingCard, slug: string): SharedPicture {
  return {
    path: sharingPictureUrl(card, slug),
    mime: 'image/png',
    paint: (mediaDir) => sharingPicture(card, mediaDir),
  };
}

/** Crops a lead picture and encodes it as JPEG; transparent parts become white. */
export function cropLead(mediaDir: string, crop: LeadCrop): Promise<Buffer> {
  return sharp(fileOfCrop(mediaDir, crop))
    .extract({ left: crop.leftPx, top: crop.topPx, width: crop.cutWidthPx, height: crop.cutHeightPx })
    .resize(crop.widthPx, crop.heightPx)
    .flatten({ background: '#fff' })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
}
