import { answerFeed } from '@/lib/formats/feeds/answer-feed';
import { database } from '@/lib/next/database';
import { environment } from '@/lib/settings/environment';

export const dynamic = 'force-dynamic';

/** The newest posts of an edition; the slug is its language’s code. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return answerFeed(database(), { kind: 'edition', slug }, 'atom.xml', environment().siteUrl);
}
