import { Fragment } from 'react';
import { authorPath } from '@/lib/addresses';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Byline as Names } from '@/lib/posts/types';

/** Lists the names as printed, each a link to its author's page. */
export function Byline({ byline, language }: { byline: Names[]; language: LanguageCode }) {
  if (byline.length === 0) return null;
  const words = stringsFor(language);
  return (
    <span className="byline">
      {words.by}{' '}
      {byline.map(({ name, slug }, index) => (
        <Fragment key={`${slug}-${name}`}>
          {index > 0 && (index === byline.length - 1 ? ` ${words.and} ` : words.listComma)}
          {slug ? <a href={authorPath(slug)}>{name}</a> : name}
        </Fragment>
      ))}
    </span>
  );
}
