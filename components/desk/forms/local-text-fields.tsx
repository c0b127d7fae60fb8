import { Field, Input, TextArea } from '@/components/desk/ui/field';
import { LANGUAGE_CODES, LANGUAGES, type LanguageCode, type LocalText } from '@/lib/language/languages';

interface Props {
  /** The field's name in the form; the name for each language is `<name>.<code>`. */
  name: string;
  label: string;
  languages: LanguageCode[];
  value?: LocalText;
  isLong?: boolean;
}

/**
 * Shows one field for each language of the publication. Text in a language that is switched off is not shown, but is
 * submitted with the form, so it is there again when the language is switched on.
 */
export function LocalTextFields({ name, label, languages, value = {}, isLong = false }: Props) {
  const unseen = LANGUAGE_CODES.filter((code) => !languages.includes(code) && value[code]);
  const kept = unseen.map((code) => (
    <input key={code} type="hidden" name={`${name}.${code}`} value={value[code]} />
  ));
  const fields = languages.map((code) => {
    const text = { name: `${name}.${code}`, lang: code, defaultValue: value[code] ?? '' };
    return (
      <Field key={code} label={languages.length > 1 ? `${label} (${LANGUAGES[code].ownName})` : label}>
        {(control) =>
          isLong ? (
            <TextArea {...control} {...text} rows={3} maxLength={2000} />
          ) : (
            <Input {...control} {...text} maxLength={200} />
          )
        }
      </Field>
    );
  });
  return [...fields, ...kept];
}
