import type { ReactNode } from 'react';
import type { Citation } from '@/lib/formats/reuse/citations';
import type { LanguageCode } from '@/lib/language/languages';
import { type Strings, stringsFor } from '@/lib/language/strings';

interface Props {
  language: LanguageCode;
  siteName: string;
  licence: { name: string; url: string } | null;
  /** What others may copy; null where they must ask. */
  copies: { canonical: string; html: string; text: string } | null;
  /** Whether the piece was first published elsewhere. */
  isFromElsewhere: boolean;
  citations: Citation[];
}

/** Gives a post in forms for other sites to publish, with the terms, and says how to cite it. */
export function Reuse({ language, siteName, licence, copies, isFromElsewhere, citations }: Props) {
  const words = stringsFor(language);
  return (
    <div className="max-w-measure">
      {copies ? (
        <>
          <Terms words={words} siteName={siteName} licence={licence} />
          <Copy label={words.reuseHtml} text={copies.html} rows={12} />
          <Copy label={words.reusePlainText} text={copies.text} rows={12} />
          <Copy label={words.reuseCanonical} text={copies.canonical} rows={2} />
        </>
      ) : (
        <p className="my-6">
          {withName(isFromElsewhere ? words.reuseElsewhere : words.reuseNotAllowed, siteName)}
        </p>
      )}
      <h2 className="mt-10 mb-2">{words.reuseCitations}</h2>
      <dl>
        {citations.map(({ style, parts }) => (
          <div key={style} className="border-rule border-b py-3">
            <dt className="text-small text-soft font-sans font-semibold">{style}</dt>
            <dd className="m-0 wrap-anywhere select-all">
              {parts.map(({ text, isTitle }) => (isTitle ? <em key={text}>{text}</em> : text))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface TermsProps extends Pick<Props, 'siteName' | 'licence'> {
  words: Strings;
}

function Terms({ words, siteName, licence }: TermsProps) {
  const [before, after] = words.reuseLicence.split('{licence}');
  return (
    <>
      <p className="mt-6 mb-2">{words.reuseAllowed}</p>
      <ul className="mb-6 pl-6">
        <Term>{withName(words.reuseNameAuthors, siteName)}</Term>
        <Term>{words.reuseKeepWords}</Term>
        <Term>{words.reuseNoPictures}</Term>
        {licence && (
          <Term>
            {before}
            <a href={licence.url} rel="license external">
              {licence.name}
            </a>
            {after}
          </Term>
        )}
      </ul>
    </>
  );
}

function Term({ children }: { children: ReactNode }) {
  return <li className="mt-1.5">{children}</li>;
}

/** Text to copy: one tap places the caret in it, and all of it can be selected with the usual keys. */
function Copy({ label, text, rows }: { label: string; text: string; rows: number }) {
  return (
    <label className="text-ui mt-5 block font-sans font-semibold">
      {label}
      <textarea
        readOnly
        rows={rows}
        value={text}
        spellCheck={false}
        className="border-soft bg-paper text-ink text-small leading-body mt-1.5 block w-full rounded-xs border px-3 py-2 font-mono font-normal"
      />
    </label>
  );
}

function withName(sentence: string, siteName: string): string {
  return sentence.replace('{site}', () => siteName);
}
