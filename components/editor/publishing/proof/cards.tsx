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

interface CardProps {
  card: CardWords;
  language: LanguageCode;
}

/** Shows a post approximately as a search result. */
export function SearchResult({ card, language }: CardProps) {
  return (
    <div className="proof-result" lang={language}>
      <p className="proof-result-site">
        {card.siteName}
        <span>
          {card.host} › {card.slug}
        </span>
      </p>
      <p className="proof-result-title">
        {card.title} – {card.siteName}
      </p>
      <p className="proof-result-text">{card.description}</p>
    </div>
  );
}

/** Shows a post approximately as a card in a chat or a social network. */
export function SharedCard({ card, language }: CardProps) {
  return (
    <div className="proof-card" lang={language}>
      <img src={card.picture} alt="" width={1200} height={630} />
      <div>
        <p className="proof-card-host">{card.host}</p>
        <p className="proof-card-title">{card.title}</p>
        <p className="proof-card-text">{card.description}</p>
      </div>
    </div>
  );
}
