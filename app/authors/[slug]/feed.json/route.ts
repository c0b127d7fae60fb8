import { answerFeed } from '@/lib/formats/feeds/answer-feed';
import { database } from '@/lib/next/database';
import { environment } from '@/lib/settings/environment';

export const dynamic = 'force-dynamic';

/** The newest posts of an author. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return answerFeed(database(), { kind: 'author', slug }, 'feed.json', environment().siteUrl);
}
