import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';

/**
 * Links to the text edition of the current page. The serving layer inserts the address
 * (lib/formats/editions/link-editions.ts), since only it knows the address of every page.
 */
export function TextEditionLink({ language, className }: { language: LanguageCode; className?: string }) {
  return (
    <a data-edition="text" href="/text" className={className}>
      {stringsFor(language).textEdition}
    </a>
  );
}
