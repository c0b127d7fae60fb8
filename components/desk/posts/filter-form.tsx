import { adminPostsPath } from '@/lib/addresses';
import { LANGUAGE_CODES, LANGUAGES } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import type { PostFilter, PostSort } from '@/lib/posts/post-filter';
import type { Choice } from './post-list-types';

interface Props {
  filter: PostFilter;
  topics: Choice[];
  authors: Choice[];
  words: DeskStrings['posts'];
}

const SORT_WORDS = {
  best: 'sortBest',
  written: 'sortWritten',
  oldest: 'sortOldest',
  published: 'sortPublished',
  publishedOldest: 'sortPublishedOldest',
  headline: 'sortHeadline',
} as const satisfies Record<PostSort, keyof DeskStrings['posts']>;

/** Filters and sorts the list; works without scripts. */
export function FilterForm({ filter, topics, authors, words }: Props) {
  const { q, status, sort, from, to, ...narrowed } = filter;
  const isNarrowed = Boolean(from || to || sort || Object.values(narrowed).some(Boolean));
  const sorts = Object.entries(SORT_WORDS).filter(([name]) => name !== 'best' || q);
  return (
    <search>
      <form className="filters" action={adminPostsPath()}>
        {status && <input type="hidden" name="status" value={status} />}
        <div className="filter-search">
          <input
            className="input"
            type="search"
            name="q"
            aria-label={words.search}
            placeholder={words.searchHint}
            defaultValue={q}
          />
          <button type="submit" className="quiet">
            {words.show}
          </button>
        </div>
        <details className="filter-more" open={isNarrowed}>
          <summary>{words.narrow}</summary>
          <div className="filter-fields">
            <Select name="language" label={words.anyLanguage} value={filter.language}>
              {LANGUAGE_CODES.map((code) => [code, LANGUAGES[code].ownName])}
            </Select>
            <Select name="topicId" label={words.anyTopic} value={filter.topicId}>
              {topics.map(({ id, name }) => [String(id), name])}
            </Select>
            <Select name="authorId" label={words.anyAuthor} value={filter.authorId}>
              {authors.map(({ id, name }) => [String(id), name])}
            </Select>
            <Select name="kind" label={words.anyKind} value={filter.kind}>
              {[
                ['post', words.kindPost],
                ['page', words.kindPage],
              ]}
            </Select>
            <Select name="sort" label={words.sort} value={sort}>
              {sorts.map(([name, word]) => [name, words[word]])}
            </Select>
            <label className="filter-day">
              {words.from}
              <input className="input" type="date" name="from" defaultValue={from} />
            </label>
            <label className="filter-day">
              {words.to}
              <input className="input" type="date" name="to" defaultValue={to} />
            </label>
          </div>
        </details>
      </form>
    </search>
  );
}

interface SelectProps {
  name: string;
  /** Also the choice when nothing is chosen. */
  label: string;
  value?: string | number;
  children: string[][];
}

function Select({ name, label, value, children }: SelectProps) {
  return (
    <select className="input" name={name} aria-label={label} defaultValue={String(value ?? '')}>
      <option value="">{label}</option>
      {children.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  );
}
