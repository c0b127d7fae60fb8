'use client';
import { useState } from 'react';
import { Checkbox } from '@/components/desk/ui/checkbox';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, hintStyle, labelStyle, Select } from '@/components/desk/ui/field';
import { isLanguageCode, LANGUAGE_CODES, LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import { LanguageOptions } from './language-options';

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
      <Field label={words.mainLanguage} hint={words.mainLanguageHint}>
        {(control) => (
          <Select
            {...control}
            name="mainLanguage"
            value={chosen}
            onChange={({ target }) => isLanguageCode(target.value) && setChosen(target.value)}
          >
            <LanguageOptions />
          </Select>
        )}
      </Field>
      <fieldset>
        <legend className={`mb-1 ${labelStyle}`}>{words.otherLanguages}</legend>
        {LANGUAGE_CODES.filter((code) => code !== chosen).map((code) => (
          <Checkbox
            key={code}
            name={`language.${code}`}
            label={<span lang={code}>{LANGUAGES[code].ownName}</span>}
            defaultChecked={others.includes(code)}
          />
        ))}
        <small className={`block ${hintStyle}`}>{othersHint}</small>
      </fieldset>
    </>
  );
}
