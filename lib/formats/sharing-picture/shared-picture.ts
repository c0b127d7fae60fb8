import sharp from 'sharp';
import type { Db } from '@/db/client';
import { decodedSlug } from '@/lib/addresses';
import { isLanguageCode, localText } from '@/lib/language/languages';
import { findPublishedPost } from '@/lib/posts/queries';
import type { LivePost } from '@/lib/posts/types';
import { readSite } from '@/lib/settings/site';
import { cardOfPost, cardOfSite, type SharingCard, sharingPictureUrl } from './card';
import { fileOfCrop, type LeadCrop, leadCrop, leadCropUrl } from './lead-crop';
import { sharingPicture } from './paint-card';

/** What stands for a page in chats and networks. */
export interface SharedPicture {
  path: string;
  mime: string;
  /** Its bytes. @param mediaDir the folder of all pictures. */
  paint: (mediaDir: string) => Promise<Buffer>;
}

/** What stands for a post: its lead picture around the focus point, or else a picture of its words. */
export function sharedPictureOf(post: LivePost, siteName: string): SharedPicture {
  const crop = post.leadMedia && leadCrop(post.leadMedia);
  if (!crop) return paintedCard(cardOfPost(post, siteName), post.slug);
  const paint = (mediaDir: string) => cropLead(mediaDir, crop);
  return { path: leadCropUrl(crop, post.slug), mime: 'image/jpeg', paint };
}

/**
 * What stands for a live post, or for the publication in a language, or null.
 * @param slug of the post or the code of the language, as it stands in an address.
 */
export function findSharedPicture(db: Db, slug: string): SharedPicture | null {
  const site = readSite(db);
  if (isLanguageCode(slug)) return paintedCard(cardOfSite(site, slug), slug);
  const post = findPublishedPost(db, decodedSlug(slug));
  return post && sharedPictureOf(post, localText(site.name, post.language));
}

function paintedCard(card: SharingCard, slug: string): SharedPicture {
  return { path: sharingPictureUrl(card, slug), mime: 'image/png', paint: () => sharingPicture(card) };
}

/** The part of a lead picture as JPEG; what is clear in it becomes white. */
export function cropLead(mediaDir: string, crop: LeadCrop): Promise<Buffer> {
  return sharp(fileOfCrop(mediaDir, crop))
    .extract({ left: crop.leftPx, top: crop.topPx, width: crop.cutWidthPx, height: crop.cutHeightPx })
    .resize(crop.widthPx, crop.heightPx)
    .flatten({ background: '#fff' })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
}
