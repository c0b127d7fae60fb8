import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Dateline } from '@/components/reader/article/dateline';
import { Standfirst } from '@/components/reader/article/standfirst';
import { Pagination } from '@/components/reader/site/pagination';
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
      <ul className="list-none py-4">
        {corrections.map((correction) => (
          <li key={correction.id} className="py-2.5" lang={correction.language}>
            <h2 className="text-body">
              <a href={postPath(correction.slug)}>{correction.headline}</a>
            </h2>
            <p data-part="meta" className="text-soft leading-meta font-sans text-base">
              <Dateline at={correction.publishedAt} language={correction.language} dates={site} />
            </p>
            <p className="text-soft text-base">{correction.note}</p>
          </li>
        ))}
      </ul>
      <Pagination
        language={language}
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
