import { Fragment } from 'react';
import { postPath } from '@/lib/addresses';
import { rightToLeft } from '@/lib/document/direction';
import type { DateSettings } from '@/lib/language/dates';
import { LANGUAGES } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { PostSeries } from '@/lib/posts/neighbours';
import type { LivePost } from '@/lib/posts/types';
import { languageNameStyle } from '../site/language-name';
import { COLUMN } from './column';
import { FirstPublished } from './first-published';
import { headlineSize } from './headline-size';
import { Kicker } from './kicker';
import { PostFacts } from './post-facts';
import { SeriesNote } from './series-notes';
import { Standfirst } from './standfirst';

interface Props {
  post: LivePost;
  series: PostSeries | null;
  dates: DateSettings;
}

/** Shows the head of a post: what it is called and about, by whom it is, and where else it can be read. */
export function PostHead({ post, series, dates }: Props) {
  const isPost = post.kind === 'post';
  return (
    <header className={`${COLUMN} mb-6`}>
      {isPost && <Kicker post={post} />}
      <h1
        className={`en:tracking-headline mb-3 font-extrabold ${headlineSize(post.headline, 'large')}`}
        dir={rightToLeft(post.headline)}
      >
        {post.headline}
      </h1>
      {post.standfirst && (
        <Standfirst className="mb-4" dir={rightToLeft(post.standfirst)}>
          {post.standfirst}
        </Standfirst>
      )}
      <FirstPublished source={post.source} language={post.language} dates={dates} className="mb-4" />
      {isPost && (
        <PostFacts post={post} dates={dates} hasPortraits hasUpdate className="border-rule border-t pt-3" />
      )}
      <Translations post={post} />
      {series && <SeriesNote series={series} language={post.language} dates={dates} />}
    </header>
  );
}

function Translations({ post }: { post: LivePost }) {
  if (post.translations.length === 0) return null;
  return (
    <p data-part="translations" className="text-ui mt-2 font-sans leading-[1.9] print:hidden">
      {post.translations.map(({ language, slug }, index) => (
        <Fragment key={slug}>
          {index > 0 && ' · '}
          <a
            href={postPath(slug)}
            lang={language}
            hrefLang={language}
            className={`text-accent ${languageNameStyle(language, post.language)}`}
          >
            {stringsFor(language).readIn} {LANGUAGES[language].ownName}
          </a>
        </Fragment>
      ))}
    </p>
  );
}
