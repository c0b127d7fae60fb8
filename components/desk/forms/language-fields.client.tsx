'use client';
import { useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { isLanguageCode, LANGUAGE_CODES, LANGUAGES, type LanguageCode } from '@/lib/language/languages';

interface Props {
  main: LanguageCode;
  /** The languages that are ticked besides the main one. */
  others: LanguageCode[];
  /** Says what the other languages get, or what happens to those that are switched off. */
  othersHint: string;
}

/** Chooses the main language, which is always on, and the other ones (see `readLanguages`). */
export function LanguageFields({ main, others, othersHint }: Props) {
  const words = useDeskWords().settings;
  const [chosen, setChosen] = useState(main);
  return (
    <>
      <label className="field">
        <span>{words.mainLanguage}</span>
        <select
          className="input"
          name="mainLanguage"
          value={chosen}
          onChange={({ target }) => isLanguageCode(target.value) && setChosen(target.value)}
        >
          {LANGUAGE_CODES.map((code) => (
            <option key={code} value={code} lang={code}>
              {LANGUAGES[code].ownName}
            </option>
          ))}
        </select>
        <small>{words.mainLanguageHint}</small>
      </label>
      <fieldset className="choices">
        <legend>{words.otherLanguages}</legend>
        {LANGUAGE_CODES.filter((code) => code !== chosen).map((code) => (
          <label key={code} className="choice">
            <input type="checkbox" name={`language.${code}`} defaultChecked={others.includes(code)} />
            <span lang={code}>{LANGUAGES[code].ownName}</span>
          </label>
        ))}
        <small>{othersHint}</small>
      </fieldset>
    </>
  );
}
