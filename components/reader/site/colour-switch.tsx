import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';

/**
 * Lets a reader choose light or dark with plain links, each to this page in those colours. The serving layer inserts
 * the addresses (lib/formats/editions/link-editions.ts) and marks the choice.
 */
export function ColourSwitch({ language }: { language: LanguageCode }) {
  const words = stringsFor(language);
  return (
    <p data-part="colour-switch" className="colours">
      {words.colours}{' '}
      <a data-edition="light" rel="nofollow" href="/light">
        {words.coloursLight}
      </a>{' '}
      <a data-edition="dark" rel="nofollow" href="/dark">
        {words.coloursDark}
      </a>{' '}
      <a data-edition="page" aria-current="true" href="/">
        {words.coloursOfDevice}
      </a>
    </p>
  );
}
