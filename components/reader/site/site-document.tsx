import type { ReactNode } from 'react';
import { pathInLanguage } from '@/lib/addresses';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Site } from '@/lib/settings/site';
import { AccentHead } from './accent-head';
import { Footer } from './footer';
import { Masthead } from './masthead';
import { PAGE_WIDTH } from './styles';

interface Props {
  site: Site;
  /** The language of the page: of its post, or of the interface on lists. */
  language: LanguageCode;
  /** Whether this is the front page, where the publication's name is large and is the page's heading. */
  isFront?: boolean;
  /** Whether the page offers a search itself, so that its footer need not. */
  isSearch?: boolean;
  /** This page in other languages; without one, a language leads to its edition. */
  translations?: { language: LanguageCode; slug: string }[];
  /** When the newest post of a front page was published (epoch ms). */
  newestAt?: number;
  /** A line above everything, for a preview. */
  notice?: ReactNode;
  children: ReactNode;
}

/**
 * Renders the whole HTML document of a reader page; it is here and not in the layout because only a page knows its
 * language.
 */
export function SiteDocument({
  site,
  language,
  isFront = false,
  isSearch = false,
  translations = [],
  newestAt,
  notice,
  children,
}: Props) {
  return (
    // The serving layer leads the links of the page to the pages of its language, and removes this.
    <html lang={language} data-home={pathInLanguage('/', language, site)}>
      <AccentHead accent={site.accent} />
      <body>
        <a
          data-part="skip-link"
          className="text-ui focus:bg-paper absolute -left-[99rem] font-sans leading-relaxed focus:top-2 focus:left-2 focus:z-1 focus:px-4 focus:py-2 print:hidden"
          href="#main"
        >
          {stringsFor(language).skipToContent}
        </a>
        {notice && (
          <p
            className="bg-accent text-paper text-small px-4 py-2 text-center font-sans leading-relaxed font-semibold print:hidden"
            role="status"
          >
            {notice}
          </p>
        )}
        <Masthead {...{ site, language, isFront, translations, newestAt }} hasSearch={!isSearch} />
        <main id="main" className={`${PAGE_WIDTH} print:w-auto print:max-w-none`}>
          {children}
        </main>
        <Footer site={site} language={language} hasSearch={!isSearch} hasEditions={!notice} />
      </body>
    </html>
  );
}
