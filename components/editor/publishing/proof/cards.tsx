import type { LanguageCode } from '@/lib/language/languages';

/** What search engines and social networks receive about a post. */
export interface CardWords {
  title: string;
  description: string;
  siteName: string;
  host: string;
  slug: string;
  /** The address of the picture. */
  picture: string;
}

/** As other sites show it, not in our own colours. */
const CARD =
  'mx-auto max-w-[37.5rem] rounded-xl bg-[light-dark(#fff,#1f1f23)] font-sans text-[light-dark(#202124,#e6e6e9)] shadow-bar';
const DIM = 'text-[light-dark(#5b5f64,#aeb1b6)]';

interface CardProps {
  card: CardWords;
  language: LanguageCode;
}

/** Shows a post approximately as a search result. */
export function SearchResult({ card, language }: CardProps) {
  return (
    <div className={`p-5 ${CARD}`} lang={language}>
      <p className="text-small wrap-anywhere">
        {card.siteName}
        <span className={`text-tiny block ${DIM}`}>
          {card.host} › {card.slug}
        </span>
      </p>
      <p className="text-standfirst km:leading-[1.7] mt-1.5 mb-0.5 line-clamp-2 leading-snug wrap-anywhere text-[light-dark(#1a0dab,#99c3ff)]">
        {card.title} – {card.siteName}
      </p>
      <p className="text-small line-clamp-3 wrap-anywhere">{card.description}</p>
    </div>
  );
}

/** Shows a post approximately as a card in a chat or a social network. */
export function SharedCard({ card, language }: CardProps) {
  return (
    <div className={`overflow-hidden ${CARD}`} lang={language}>
      <img
        className="block aspect-1200/630 h-auto w-full object-cover"
        src={card.picture}
        alt=""
        width={1200}
        height={630}
      />
      <div className="px-4 pt-3.5 pb-4">
        <p className={`text-caption wrap-anywhere ${DIM}`}>{card.host}</p>
        <p className="text-title font-strong km:leading-[1.7] leading-[1.35] wrap-anywhere">{card.title}</p>
        <p className={`text-ui line-clamp-2 wrap-anywhere ${DIM}`}>{card.description}</p>
      </div>
    </div>
  );
}
