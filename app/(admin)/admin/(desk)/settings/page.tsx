import type { Metadata } from 'next';
import { LocalTextFields } from '@/components/admin/local-text-fields';
import { Field } from '@/components/ui/field';
import { OutcomeForm } from '@/components/ui/outcome-form.client';
import { fill } from '@/lib/language/fill';
import { LANGUAGE_CODES, LANGUAGES, mainLanguage } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { requireUser } from '@/lib/next/session';
import { readSite, type Site } from '@/lib/settings/site';
import { saveSettings } from './actions';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).shell.settings };
}

const EMPTY_LINKS = 2;

export default async function SettingsPage() {
  await requireUser();
  const words = await deskWords();
  const say = words.settings;
  const site = readSite(database());
  return (
    <>
      <h1 className="mb-4">{words.shell.settings}</h1>
      <OutcomeForm
        action={saveSettings}
        submit={words.common.save}
        done={say.saved}
        className="form settings"
      >
        <fieldset className="form card">
          <legend className="legend">{say.publication}</legend>
          <LocalTextFields
            name="name"
            label={words.common.name}
            languages={[...LANGUAGE_CODES]}
            value={site.name}
          />
          <LocalTextFields
            name="tagline"
            label={say.tagline}
            languages={[...LANGUAGE_CODES]}
            value={site.tagline}
          />
        </fieldset>
        <Languages site={site} words={say} />
        <fieldset className="form card">
          <legend className="legend">{say.datesAndTimes}</legend>
          <label className="field">
            <span>{say.timeZone}</span>
            <select className="input" name="timeZone" defaultValue={site.timeZone}>
              {Intl.supportedValuesOf('timeZone').map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </select>
          </label>
          <label className="row">
            <input type="checkbox" name="hasOwnDigits" defaultChecked={site.hasOwnDigits} />
            {say.ownDigits}
          </label>
        </fieldset>
        <Navigation site={site} words={say} />
      </OutcomeForm>
    </>
  );
}

interface PartProps {
  site: Site;
  words: DeskStrings['settings'];
}

function Languages({ site, words }: PartProps) {
  return (
    <fieldset className="form card">
      <legend className="legend">{words.languages}</legend>
      <div className="row">
        {LANGUAGE_CODES.map((code) => (
          <label key={code} className="row">
            <input type="checkbox" name={`language.${code}`} defaultChecked={site.languages.includes(code)} />
            {LANGUAGES[code].ownName}
          </label>
        ))}
      </div>
      <label className="field">
        <span>{words.mainLanguage}</span>
        <select className="input" name="mainLanguage" defaultValue={mainLanguage(site)}>
          {LANGUAGE_CODES.map((code) => (
            <option key={code} value={code}>
              {LANGUAGES[code].ownName}
            </option>
          ))}
        </select>
        <small>{words.mainLanguageHint}</small>
      </label>
    </fieldset>
  );
}

function Navigation({ site, words }: PartProps) {
  const none = { label: {}, path: '' };
  const links = [...site.navigation, ...Array.from({ length: EMPTY_LINKS }, () => none)];
  return (
    <fieldset className="form card">
      <legend className="legend">{words.navigation}</legend>
      <p className="hint">{words.navigationHint}</p>
      {links.map((link, index) => {
        const key = `navigation.${index}`;
        return (
          <div key={key} className="form border-t border-(--rule) pt-3">
            <Field
              label={fill(words.linkAddress, { number: index + 1 })}
              name={`${key}.path`}
              defaultValue={link.path}
              placeholder="/about"
            />
            <LocalTextFields
              name={`${key}.label`}
              label={fill(words.linkWords, { number: index + 1 })}
              languages={[...LANGUAGE_CODES]}
              value={link.label}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
