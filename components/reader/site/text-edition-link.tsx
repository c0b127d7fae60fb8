import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';

/**
 * Leads to the text edition of the page that it stands on. The serving layer puts the page's address
 * in, which alone knows every one (lib/formats/editions/link-editions.ts).
 */
export function TextEditionLink({ language }: { language: LanguageCode }) {
  return (
    <a data-edition="text" href="/text">
      {stringsFor(language).textEdition}
    </a>
  );
}
