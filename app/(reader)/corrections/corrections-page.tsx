import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Dateline } from '@/components/reader/article/dateline';
import { Meta } from '@/components/reader/article/meta';
import { PlainLink } from '@/components/reader/article/plain-link';
import { Standfirst } from '@/components/reader/article/standfirst';
import { Pagination } from '@/components/reader/site/pagination';
import { LIST } from '@/components/reader/site/styles';
import { pagePath, postPath } from '@/lib/addresses';
import { database } from '@/lib/next/database';
import { listCorrections } from '@/lib/posts/corrections';
import { CORRECTIONS_PER_PAGE } from '@/lib/posts/page-numbers';
import { pageNumber } from '../page-metadata';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

const PATH = '/corrections';

/** Renders one page of all corrections, newest first. */
export function CorrectionsPage({ n }: { n?: string }) {
  const { site, language, only, words } = siteWords();
  const page = pageNumber(n);
  const { corrections, total } = listCorrections(database(), {
    page,
    perPage: CORRECTIONS_PER_PAGE,
    language: only,
  });
  if (page > 1 && corrections.length === 0) notFound();
  return (
    <SimplePage heading={words.corrections}>
      <Standfirst className="my-6">{words.correctionsIntro}</Standfirst>
      {corrections.length === 0 && <p className="my-6">{words.noCorrections}</p>}
      <ul className={`${LIST} list-none`}>
        {corrections.map(({ id, slug, language: ofPost, headline, note, publishedAt }) => (
          <li key={id} className="border-rule border-t py-5" lang={ofPost}>
            <h2 className="text-title leading-title">
              <PlainLink href={postPath(slug)}>{headline}</PlainLink>
            </h2>
            <Meta className="mb-1.5">
              <Dateline at={publishedAt} language={ofPost} dates={site} />
            </Meta>
            <p className="text-base">{note}</p>
          </li>
        ))}
      </ul>
      <Pagination
        language={language}
        dates={site}
        page={page}
        pages={Math.ceil(total / CORRECTIONS_PER_PAGE)}
        hrefOf={(to) => pagePath(PATH, to)}
      />
    </SimplePage>
  );
}

/** Builds the metadata of a page of corrections. */
export function correctionsMetadata({ n }: { n?: string }): Metadata {
  const page = pageNumber(n);
  return simpleMetadata({
    path: pagePath(PATH, page),
    titleOf: (words) => words.corrections,
  });
}
