import type { ReactNode } from 'react';
import { topicPath } from '@/lib/addresses';
import { localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { PostSummary } from '@/lib/posts/types';

interface Props {
  post: Pick<PostSummary, 'language' | 'topic' | 'source'>;
  /** The slug of the topic whose page this is: there the kicker would only repeat the heading. */
  ownTopic?: string;
}

/** Names the first topic of a piece above its headline, or without one what kind of piece it is. */
export function Kicker({ post: { language, topic, source }, ownTopic }: Props) {
  if (!topic) {
    const words = stringsFor(language);
    return <KickerLine>{source ? words.republished : words.opinion}</KickerLine>;
  }
  if (topic.slug === ownTopic) return null;
  return (
    <KickerLine>
      <a href={topicPath(topic.slug)} className={ABOVE_CARD_LINK}>
        {localText(topic.name, language)}
      </a>
    </KickerLine>
  );
}

/** Above the link to the post, which covers its card; high enough for a finger. */
const ABOVE_CARD_LINK = 'relative z-1 -my-1 inline-block py-1 no-underline hover:underline';

/** The line above a headline or heading. */
export function KickerLine({ children }: { children: ReactNode }) {
  return <p className="text-small leading-ui text-accent mb-1.5 font-sans font-semibold">{children}</p>;
}
