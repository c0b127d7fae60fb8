import { postPath } from '@/lib/addresses';
import type { PostLink } from '@/lib/posts/neighbours';
import { PlainLink } from './plain-link';

interface Props {
  previous: PostLink | null | undefined;
  next: PostLink | null | undefined;
  /** What each of them is called. */
  labels: { previous: string; next: string };
}

/** Leads to the post before and the one after, each on its own side. */
export function Steps({ previous, next, labels }: Props) {
  return (
    <div className="grid grid-cols-2 gap-6">
      {previous && (
        <p className={STEP}>
          <Label>{labels.previous}</Label> <Headline post={previous} rel="prev" />
        </p>
      )}
      {next && (
        <p className={`${STEP} col-start-2 text-right`}>
          <Label>{labels.next}</Label> <Headline post={next} rel="next" />
        </p>
      )}
    </div>
  );
}

const STEP = 'text-base leading-standfirst';

function Label({ children }: { children: string }) {
  return <span className="text-small text-soft block font-sans leading-[1.8]">{children}</span>;
}

function Headline({ post: { slug, headline }, rel }: { post: PostLink; rel: 'prev' | 'next' }) {
  return (
    <PlainLink href={postPath(slug)} rel={rel}>
      {headline}
    </PlainLink>
  );
}
