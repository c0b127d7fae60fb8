import type { LanguageCode } from '@/lib/language/languages';

interface Props {
  /** Runs of text in order; a hit is a word that was searched for. */
  parts: { text: string; hit: boolean }[];
  language: LanguageCode;
}

/** Shows the passage of a text where a search found its words, with the words marked. */
export function Snippet({ parts, language }: Props) {
  let at = 0;
  const keyed = parts.map((part) => {
    at += part.text.length;
    return { ...part, key: at };
  });
  return (
    <p className="text-base" lang={language}>
      {keyed.map(({ text, hit, key }) =>
        hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>,
      )}
    </p>
  );
}
