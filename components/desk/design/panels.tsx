import type { ReactNode } from 'react';
import { DeskWordsProvider } from '@/components/desk/ui/desk-words.client';
import { LANGUAGE_CODES, type LanguageCode } from '@/lib/language/languages';
import { type DeskStrings, deskStringsFor } from '@/lib/language/strings';

const SCHEMES = ['light', 'dark'] as const;

/** What a panel shows its samples in. */
export interface Shown {
  words: DeskStrings;
  language: LanguageCode;
  /** The language and the scheme, for names that must differ between panels. */
  name: string;
}

interface Props {
  title: string;
  /** Whether the samples have no words. */
  isWordless?: boolean;
  children: (shown: Shown) => ReactNode;
}

/** Shows samples side by side in light and dark, and in each language. */
export function Panels({ title, isWordless = false, children }: Props) {
  const languages = isWordless ? LANGUAGE_CODES.slice(0, 1) : LANGUAGE_CODES;
  return (
    <section className="mt-10" aria-label={title}>
      <h2 className="font-strong text-section">{title}</h2>
      <div className="mt-3 grid gap-4 lg:grid-cols-2">
        {languages.flatMap((language) =>
          SCHEMES.map((scheme) => (
            <Panel key={`${language} ${scheme}`} language={language} scheme={scheme}>
              {children({ words: deskStringsFor(language), language, name: `${language}, ${scheme}` })}
            </Panel>
          )),
        )}
      </div>
    </section>
  );
}

interface PanelProps {
  language: LanguageCode;
  scheme: (typeof SCHEMES)[number];
  children: ReactNode;
}

function Panel({ language, scheme, children }: PanelProps) {
  return (
    <div
      lang={language}
      data-colours={scheme}
      className="border-rule bg-paper text-ink leading-desk flex min-w-0 flex-col gap-5 rounded-lg border p-4"
    >
      <DeskWordsProvider language={language} words={deskStringsFor(language)}>
        {children}
      </DeskWordsProvider>
    </div>
  );
}

/** Shows samples of one thing, once as in the desk and once as in the editor. */
export function BothDensities({ name, children }: { name: string; children: () => ReactNode }) {
  return (
    <>
      <Sample name={name}>{children()}</Sample>
      <div data-density="compact">
        <Sample name={`${name}, compact`}>{children()}</Sample>
      </div>
    </>
  );
}

/** Shows a few samples in a row, under their name. */
export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <p lang="en" className="text-caption text-soft mb-1 font-normal">
        {name}
      </p>
      <div className="flex flex-wrap items-start gap-3">{children}</div>
    </div>
  );
}
