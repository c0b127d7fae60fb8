import type { Section } from '@/lib/document/contents';
import { rightToLeft } from '@/lib/document/direction';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { COLUMN } from './column';

/** Lists the sections of a long piece before its text, each a link to its heading. */
export function Contents({ sections, language }: { sections: Section[]; language: LanguageCode }) {
  if (sections.length === 0) return null;
  const { contents } = stringsFor(language);
  return (
    <nav className={`${COLUMN} border-rule mb-8 border-y font-sans print:hidden`} aria-label={contents}>
      <details open>
        <summary className="text-ui leading-ui cursor-pointer py-2.5 font-semibold">{contents}</summary>
        <ol className="text-ui leading-ui list-none pb-3">
          {sections.map(({ id, heading }) => (
            <li key={id} dir={rightToLeft(heading)}>
              <a href={`#${id}`} className="block py-1.5 no-underline hover:underline">
                {heading}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
