import { editionPath, pathInLanguage, postPath } from '@/lib/addresses';
import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import { languageNameStyle } from './language-name';

interface Props {
  languages: LanguageCode[];
  /** The language of the page, which needs no link. */
  language: LanguageCode;
  translations: { language: LanguageCode; slug: string }[];
  /** Of each link. */
  className: string;
}

/**
 * Links to this page in other languages, or else to their editions. Where the page is a list or a tool, the serving
 * layer inserts its address in the other language (lib/serving/keep-language.ts), since only it knows that of every page.
 */
export function LanguageLinks({ languages, language, translations, className }: Props) {
  return languages
    .filter((code) => code !== language)
    .map((code) => {
      const translation = translations.find((other) => other.language === code);
      const href = translation ? postPath(translation.slug) : editionPath(code);
      return (
        <a
          key={code}
          href={href}
          lang={code}
          hrefLang={code}
          data-home={pathInLanguage('/', code, { languages })}
          className={`${className} ${languageNameStyle(code, language)}`}
        >
          {LANGUAGES[code].ownName}
        </a>
      );
    });
}
