import { Fragment } from 'react';
import { authorPath } from '@/lib/addresses';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Byline as Names } from '@/lib/posts/types';
import { META_LINK } from './meta';

interface Props {
  byline: Pick<Names, 'name' | 'slug'>[];
  language: LanguageCode;
}

/** Lists the names as printed, each a link to its author's page. */
export function Byline({ byline, language }: Props) {
  if (byline.length === 0) return null;
  const words = stringsFor(language);
  return (
    <span className="text-ink font-semibold">
      {words.by}{' '}
      {byline.map(({ name, slug }, index) => (
        <Fragment key={`${slug}-${name}`}>
          {index > 0 && (index === byline.length - 1 ? ` ${words.and} ` : words.listComma)}
          {slug ? <AuthorLink href={authorPath(slug)}>{name}</AuthorLink> : name}
        </Fragment>
      ))}
    </span>
  );
}

/** Above the link to the post, which covers its card. */
function AuthorLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className={`${META_LINK} relative`}>
      {children}
    </a>
  );
}
