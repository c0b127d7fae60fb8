import type { Metadata } from 'next';
import { LocalTextFields } from '@/components/admin/local-text-fields';
import { Field } from '@/components/ui/field';
import { OutcomeForm } from '@/components/ui/outcome-form.client';
import { LANGUAGE_CODES, LANGUAGES, mainLanguage } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { requireUser } from '@/lib/next/session';
import { readSite, type Site } from '@/lib/settings/site';
import { saveSettings } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Settings' };

const EMPTY_LINKS = 2;

export default async function SettingsPage() {
  await requireUser();
  const site = readSite(database());
  return (
    <>
      <h1 className="mb-4">Settings</h1>
      <OutcomeForm action={saveSettings} submit="Save" done="Saved. Readers see it now.">
        <LocalTextFields name="name" label="Name" languages={[...LANGUAGE_CODES]} value={site.name} />
        <LocalTextFields
          name="tagline"
          label="Tagline"
          languages={[...LANGUAGE_CODES]}
          value={site.tagline}
        />
        <Languages site={site} />
        <label className="field">
          <span>Time zone</span>
          <select className="input" name="timeZone" defaultValue={site.timeZone}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </label>
        <label className="row">
          <input type="checkbox" name="hasOwnDigits" defaultChecked={site.hasOwnDigits} />
          Dates and counts in each language’s own digits (Khmer: ០១២៣)
        </label>
        <Navigation site={site} />
      </OutcomeForm>
    </>
  );
}

function Languages({ site }: { site: Site }) {
  return (
    <fieldset className="form">
      <legend className="legend">Languages</legend>
      <div className="row">
        {LANGUAGE_CODES.map((code) => (
          <label key={code} className="row">
            <input type="checkbox" name={`language.${code}`} defaultChecked={site.languages.includes(code)} />
            {LANGUAGES[code].ownName}
          </label>
        ))}
      </div>
      <label className="field">
        <span>Main language</span>
        <select className="input" name="mainLanguage" defaultValue={mainLanguage(site)}>
          {LANGUAGE_CODES.map((code) => (
            <option key={code} value={code}>
              {LANGUAGES[code].ownName}
            </option>
          ))}
        </select>
        <small>The front page and the interface are in it where nothing else decides.</small>
      </label>
    </fieldset>
  );
}

function Navigation({ site }: { site: Site }) {
  const none = { label: {}, path: '' };
  const links = [...site.navigation, ...Array.from({ length: EMPTY_LINKS }, () => none)];
  return (
    <fieldset className="form">
      <legend className="legend">Navigation</legend>
      <p className="hint">Links in the masthead, before Topics and Archive. Empty a line to remove it.</p>
      {links.map((link, index) => {
        const key = `navigation.${index}`;
        return (
          <div key={key} className="form border-t border-(--rule) pt-3">
            <Field
              label={`Address ${index + 1}`}
              name={`${key}.path`}
              defaultValue={link.path}
              placeholder="/about"
            />
            <LocalTextFields
              name={`${key}.label`}
              label={`Words ${index + 1}`}
              languages={[...LANGUAGE_CODES]}
              value={link.label}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
