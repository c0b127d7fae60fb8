import { postPath } from '@/lib/addresses';
import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { PostSummary } from '@/lib/posts/types';
import { languageNameStyle } from '../site/language-name';
import { META_LINK, Meta } from './meta';

interface Props {
  translations: PostSummary['translations'];
  /** The language of the card. */
  language: LanguageCode;
}

/** Says on a card in which other languages the post can be read, where the list has it only once. */
export function AlsoIn({ translations, language }: Props) {
  if (translations.length === 0) return null;
  return (
    <Meta>
      <span>{stringsFor(language).alsoIn}</span>
      {translations.map((other) => (
        // Above the link to the post, which covers its card.
        <a
          key={other.language}
          href={postPath(other.slug)}
          lang={other.language}
          hrefLang={other.language}
          className={`${META_LINK} text-ink relative font-semibold ${languageNameStyle(other.language, language)}`}
        >
          {LANGUAGES[other.language].ownName}
        </a>
      ))}
    </Meta>
  );
}
