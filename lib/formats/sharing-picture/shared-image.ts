import type { LivePost } from '@/lib/posts/types';
import { type CardSite, cardOfPost, SHARING_HEIGHT_PX, SHARING_WIDTH_PX, sharingPictureUrl } from './card';
import { leadCrop, leadCropUrl } from './lead-crop';

/** A picture as link previews of networks show it. */
export interface SharedImage {
  path: string;
  widthPx: number;
  heightPx: number;
  alt: string;
}

/**
 * Returns what a post's page declares as its sharing picture: its lead picture, or one painted from its
 * texts.
 */
export function sharedImage(post: LivePost, site: CardSite): SharedImage {
  const crop = post.leadMedia && leadCrop(post.leadMedia);
  if (post.leadMedia && crop) {
    const { widthPx, heightPx } = crop;
    return { path: leadCropUrl(crop, post.slug), widthPx, heightPx, alt: post.leadMedia.alt };
  }
  return {
    path: sharingPictureUrl(cardOfPost(post, site), post.slug),
    widthPx: SHARING_WIDTH_PX,
    heightPx: SHARING_HEIGHT_PX,
    alt: post.headline,
  };
}
