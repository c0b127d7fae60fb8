'use client';
import { Button, buttonStyle } from '@/components/desk/ui/button';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Banner } from '@/components/editor/ground/banner';
import type { PostNews } from '@/components/editor/ground/post-news';
import { postPath } from '@/lib/addresses';
import { fill } from '@/lib/language/fill';
import type { PostState } from '@/lib/posts/types';

interface NewsBannerProps {
  draft: PostState;
  news: PostNews;
}

/** Says that the post went live by the clock while it is open here, and whether later changes were left out. */
export function NewsBanner({ draft, news }: NewsBannerProps) {
  const { publishing, saving, panel, library } = useDeskWords();
  const moment = useDeskMoment();
  // The region is there before its words, so that screen readers announce them.
  return (
    <div role="status">
      {news.wentLiveAt !== null && (
        <Banner aria-label={publishing.published}>
          <p>
            {fill(publishing.wentLive, { date: moment(news.wentLiveAt) })}{' '}
            {draft.hasUnpublishedChanges && panel.changesUnseen}
          </p>
          <div className="flex flex-wrap items-center gap-2">
            {draft.slug && (
              <a href={postPath(draft.slug)} className={buttonStyle()}>
                {saving.viewPost}
              </a>
            )}
            <Button onClick={news.dismiss}>{library.dismiss}</Button>
          </div>
        </Banner>
      )}
    </div>
  );
}
