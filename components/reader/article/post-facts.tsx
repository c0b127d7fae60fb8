import type { ReactNode } from 'react';
import { type DateSettings, formatDate } from '@/lib/language/dates';
import { readingTime } from '@/lib/language/reading-time';
import { stringsFor } from '@/lib/language/strings';
import type { PostSummary } from '@/lib/posts/types';
import { Byline } from './byline';
import { Dateline } from './dateline';
import { Meta } from './meta';
import { Portrait } from './portrait';

interface Props {
  post: PostSummary;
  dates: DateSettings;
  /** Shows the authors' pictures, if they have any. */
  hasPortraits?: boolean;
  /** Tells readers of changes that were not corrections. */
  hasUpdate?: boolean;
  className?: string;
}

/** Shows by whom a post is, when it was published and corrected, and how long it takes to read. */
export function PostFacts({ post, dates, hasPortraits = false, hasUpdate = false, className = '' }: Props) {
  const portraits = hasPortraits ? portraitsOf(post) : [];
  if (portraits.length === 0) return <FactLine {...{ post, dates, hasUpdate, className }} />;
  return (
    <div className={`flex items-center gap-3 ${className}`}>
      <div data-part="portraits" className="flex flex-none print:hidden">
        {portraits.map((media) => (
          <Portrait key={media.id} media={media} />
        ))}
      </div>
      <FactLine post={post} dates={dates} hasUpdate={hasUpdate} />
    </div>
  );
}

function FactLine({ post, dates, hasUpdate, className }: Props) {
  const { language, correctedAt } = post;
  const words = stringsFor(language);
  const updatedAt = hasUpdate ? updatedOn(post, dates) : null;
  const date = (at: number) => <Dateline at={at} language={language} dates={dates} />;
  return (
    <Meta className={className}>
      <Byline byline={post.byline} language={language} />
      {date(post.publishedAt)}
      {updatedAt !== null && <Change word={words.updated}>{date(updatedAt)}</Change>}
      {correctedAt !== null && <Change word={words.corrected}>{date(correctedAt)}</Change>}
      <span>{readingTime(post.wordCount, language, dates)}</span>
    </Meta>
  );
}

function Change({ word, children }: { word: string; children: ReactNode }) {
  return (
    <span>
      {word} {children}
    </span>
  );
}

const MOST_PORTRAITS = 3;

function portraitsOf({ byline }: PostSummary) {
  return byline.flatMap(({ portrait }) => portrait ?? []).slice(0, MOST_PORTRAITS);
}

/** Returns when the text last changed, if that was on a later day than it was published or corrected. */
function updatedOn(post: PostSummary, dates: DateSettings): number | null {
  const { publishedAt, revisedAt, correctedAt, language } = post;
  const saidAt = Math.max(publishedAt, correctedAt ?? 0);
  if (revisedAt === null || revisedAt <= saidAt) return null;
  const dayOf = (at: number) => formatDate(at, language, dates);
  return dayOf(revisedAt) === dayOf(saidAt) ? null : revisedAt;
}
