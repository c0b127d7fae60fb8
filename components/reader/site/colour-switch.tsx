import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';

const LINK = 'py-1.5 aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline';

/**
 * Lets a reader choose light or dark with plain links, each to this page in those colours. The serving layer inserts
 * the addresses (lib/formats/editions/link-editions.ts) and marks the choice.
 */
export function ColourSwitch({ language }: { language: LanguageCode }) {
  const words = stringsFor(language);
  return (
    <p data-part="colour-switch" className="mb-4 flex flex-wrap items-baseline gap-x-4">
      {words.colours}{' '}
      <a data-edition="light" rel="nofollow" href="/light" className={LINK}>
        {words.coloursLight}
      </a>{' '}
      <a data-edition="dark" rel="nofollow" href="/dark" className={LINK}>
        {words.coloursDark}
      </a>{' '}
      <a data-edition="page" aria-current="true" href="/" className={LINK}>
        {words.coloursOfDevice}
      </a>
    </p>
  );
}
