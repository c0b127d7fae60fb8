import type { ReactNode } from 'react';
import { placesPath, postPath, topicPath } from '@/lib/addresses';
import { byName } from '@/lib/language/by-name';
import type { DateSettings } from '@/lib/language/dates';
import { type LanguageCode, localText } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { ListRail as Rail } from '@/lib/posts/list-rail';
import { Dateline } from '../article/dateline';
import { PlainLink } from '../article/plain-link';
import { ArchiveNav } from './archive-nav';
import { RAIL_HEADING, RAIL_LINK } from './styles';

interface Props {
  rail: Rail;
  language: LanguageCode;
  dates: DateSettings;
}

/** Leads from a list to the newest posts, the topics and the archive. */
export function ListRail({ rail, language, dates }: Props) {
  const { recent, topics, hasRecordings, archive } = rail;
  return (
    <div className="grid content-start gap-y-8 py-6 print:hidden">
      {recent.length > 0 && <Recent posts={recent} language={language} dates={dates} />}
      {topics.length > 0 && <Topics topics={topics} language={language} />}
      {hasRecordings && (
        <p className="text-ui leading-ui border-rule border-y font-sans">
          <a href="/recordings" className={`${RAIL_LINK} block`}>
            {stringsFor(language).recordings}
          </a>
        </p>
      )}
      {archive && <ArchiveNav menu={archive} language={language} dates={dates} />}
    </div>
  );
}

/** Puts a rail next to a list where there is room, otherwise below it. */
export function WithRail({ rail, children }: { rail: ReactNode; children: ReactNode }) {
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_16rem] lg:gap-x-12">
      <div>{children}</div>
      {rail}
    </div>
  );
}

function Recent({ posts, language, dates }: Omit<Props, 'rail'> & { posts: Rail['recent'] }) {
  return (
    <nav aria-labelledby="rail-latest">
      <h2 id="rail-latest" className={RAIL_HEADING}>
        {stringsFor(language).latest}
      </h2>
      <ul className="list-none">
        {posts.map((post) => (
          <li
            key={post.slug}
            className="border-rule leading-title border-b py-3 text-base"
            lang={post.language}
          >
            <PlainLink href={postPath(post.slug)}>{post.headline}</PlainLink>
            <span className="text-soft text-small leading-meta block font-sans">
              <Dateline at={post.publishedAt} language={post.language} dates={dates} />
            </span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Topics({ topics, language }: { topics: Rail['topics']; language: LanguageCode }) {
  return (
    <nav aria-labelledby="rail-topics" className="text-ui leading-ui font-sans">
      <h2 id="rail-topics" className={RAIL_HEADING}>
        <PlainLink href={placesPath('topics')}>{stringsFor(language).topics}</PlainLink>
      </h2>
      <ul className="list-none">
        {byName(topics, language).map(({ slug, name }) => (
          <li key={slug}>
            <a href={topicPath(slug)} className={`${RAIL_LINK} border-rule block border-b`}>
              {localText(name, language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
