import { mediaUrl } from '@/lib/media/media-facts';
import type { LivePost } from '@/lib/posts/types';
import { cardOfPost, SHARING_HEIGHT_PX, SHARING_WIDTH_PX, sharingPictureUrl } from './card';

/** A picture as cards of networks show it. */
export interface SharedImage {
  path: string;
  widthPx: number;
  heightPx: number;
  alt: string;
}

/**
 * The lead picture of a post as networks can show it, or null when it has none: they know JPEG and PNG,
 * not always AVIF and WebP.
 */
export function leadImage({ leadMedia }: Pick<LivePost, 'leadMedia'>): SharedImage | null {
  const plain = leadMedia?.renditions.filter(({ mime }) => mime === 'image/jpeg' || mime === 'image/png');
  const rendition = plain?.find(({ widthPx }) => widthPx >= SHARING_WIDTH_PX) ?? plain?.at(-1);
  if (!leadMedia || !rendition) return null;
  const { file, widthPx, heightPx } = rendition;
  return { path: mediaUrl(leadMedia.id, file), widthPx, heightPx, alt: leadMedia.alt };
}

/** What stands for a post in chats and networks: its lead picture, or one that is painted of its words. */
export function sharedImage(post: LivePost, siteName: string): SharedImage {
  return (
    leadImage(post) ?? {
      path: sharingPictureUrl(cardOfPost(post, siteName), post.slug),
      widthPx: SHARING_WIDTH_PX,
      heightPx: SHARING_HEIGHT_PX,
      alt: post.headline,
    }
  );
}
