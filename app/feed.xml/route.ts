import { answerFeed } from '@/lib/formats/feeds/answer-feed';
import { database } from '@/lib/next/database';
import { environment } from '@/lib/settings/environment';

export const dynamic = 'force-dynamic';

/** The newest posts of the whole publication. */
export function GET() {
  return answerFeed(database(), { kind: 'site' }, 'feed.xml', environment().siteUrl);
}
