import { useId } from 'react';
import { Button } from '@/components/desk/ui/button';
import { Input, Select } from '@/components/desk/ui/field';
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
      <form className="mb-3 grid gap-1" action={adminPostsPath()}>
        {status && <input type="hidden" name="status" value={status} />}
        <div className="flex gap-2">
          <Input
            className="min-w-0 flex-1"
            type="search"
            name="q"
            aria-label={words.search}
            placeholder={words.searchHint}
            defaultValue={q}
          />
          <Button type="submit">{words.show}</Button>
        </div>
        <details open={isNarrowed}>
          <summary className="text-ui text-soft w-fit cursor-pointer py-2">{words.narrow}</summary>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,10rem),1fr))] items-end gap-2">
            <Narrow name="language" label={words.anyLanguage} value={filter.language}>
              {LANGUAGE_CODES.map((code) => [code, LANGUAGES[code].ownName])}
            </Narrow>
            <Narrow name="topicId" label={words.anyTopic} value={filter.topicId}>
              {topics.map(({ id, name }) => [String(id), name])}
            </Narrow>
            <Narrow name="authorId" label={words.anyAuthor} value={filter.authorId}>
              {authors.map(({ id, name }) => [String(id), name])}
            </Narrow>
            <Narrow name="kind" label={words.anyKind} value={filter.kind}>
              {[
                ['post', words.kindPost],
                ['page', words.kindPage],
              ]}
            </Narrow>
            <Narrow name="sort" label={words.sort} value={sort}>
              {sorts.map(([name, word]) => [name, words[word]])}
            </Narrow>
            <Day name="from" label={words.from} value={from} />
            <Day name="to" label={words.to} value={to} />
          </div>
        </details>
      </form>
    </search>
  );
}

interface NarrowProps {
  name: string;
  /** Also the choice when nothing is chosen. */
  label: string;
  value?: string | number;
  children: string[][];
}

function Narrow({ name, label, value, children }: NarrowProps) {
  return (
    <Select name={name} aria-label={label} defaultValue={String(value ?? '')}>
      <option value="">{label}</option>
      {children.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </Select>
  );
}

function Day({ name, label, value }: { name: string; label: string; value?: string }) {
  const id = useId();
  return (
    <div className="text-small text-soft grid">
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="date" name={name} defaultValue={value} />
    </div>
  );
}
