import { LocalTextFields } from '@/components/desk/forms/local-text-fields';
import { hintStyle, TextField } from '@/components/desk/ui/field';
import { FieldGroup } from '@/components/desk/ui/page';
import { fill } from '@/lib/language/fill';
import type { LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import type { Site } from '@/lib/settings/site';
import { EMPTY_ROWS } from './rows';

interface Props {
  name: 'navigation' | 'blogroll';
  legend: string;
  hint: string;
  placeholder: string;
  links: Site['navigation'];
  languages: LanguageCode[];
  words: DeskStrings['settings'];
}

/** Shows a row for each link, with its address and its label, and some empty ones. */
export function LinkRows({ name, legend, hint, placeholder, links, languages, words }: Props) {
  const none = { label: {}, path: '' };
  const rows = [...links, ...Array.from({ length: EMPTY_ROWS }, () => none)];
  return (
    <FieldGroup legend={legend}>
      <p className={hintStyle}>{hint}</p>
      {rows.map((link, index) => {
        const key = `${name}.${index}`;
        return (
          <div key={key} className="max-w-form border-rule grid gap-4 border-t pt-3">
            <TextField
              label={fill(words.linkAddress, { number: index + 1 })}
              name={`${key}.path`}
              defaultValue={link.path}
              placeholder={placeholder}
            />
            <LocalTextFields
              name={`${key}.label`}
              label={fill(words.linkWords, { number: index + 1 })}
              languages={languages}
              value={link.label}
            />
          </div>
        );
      })}
    </FieldGroup>
  );
}
