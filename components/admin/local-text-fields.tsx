import { useId } from 'react';
import { LANGUAGES, type LanguageCode, type LocalText } from '@/lib/language/languages';

interface Props {
  /** The field's name in the form; each language's is `<name>.<code>`. */
  name: string;
  label: string;
  languages: LanguageCode[];
  value?: LocalText;
  isLong?: boolean;
}

/** One field for each language of the publication. */
export function LocalTextFields({ name, label, languages, value = {}, isLong = false }: Props) {
  const id = useId();
  return languages.map((code) => {
    const field = {
      id: `${id}-${code}`,
      name: `${name}.${code}`,
      lang: code,
      className: 'input',
      defaultValue: value[code] ?? '',
    };
    return (
      <label key={code} className="field" htmlFor={field.id}>
        <span>
          {label}
          {languages.length > 1 && ` (${LANGUAGES[code].ownName})`}
        </span>
        {isLong ? <textarea rows={3} maxLength={2000} {...field} /> : <input maxLength={200} {...field} />}
      </label>
    );
  });
}
