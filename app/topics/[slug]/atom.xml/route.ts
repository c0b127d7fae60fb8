import { answerFeed } from '@/lib/formats/feeds/answer-feed';
import { database } from '@/lib/next/database';
import { environment } from '@/lib/settings/environment';

export const dynamic = 'force-dynamic';

/** The newest posts of a topic. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return answerFeed(database(), { kind: 'topic', slug }, 'atom.xml', environment().siteUrl);
}
