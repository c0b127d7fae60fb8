import type { Metadata } from 'next';
import { LanguageFields } from '@/components/desk/forms/language-fields.client';
import { LocalTextFields } from '@/components/desk/forms/local-text-fields';
import { TimeZoneField } from '@/components/desk/forms/time-zone-field.client';
import { Checkbox } from '@/components/desk/ui/checkbox';
import { hintStyle, TextField } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { FieldGroup, PageTitle } from '@/components/desk/ui/page';
import { mayChangeSettings } from '@/lib/accounts/policies';
import { fill } from '@/lib/language/fill';
import { mainLanguage } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { requireUserWho } from '@/lib/next/session';
import { readSite, type Site } from '@/lib/settings/site';
import { listTimeZones } from '@/lib/settings/time-zones';
import { saveSettings } from './actions';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).shell.settings };
}

const EMPTY_LINKS = 2;

export default async function SettingsPage() {
  await requireUserWho(mayChangeSettings);
  const words = await deskWords();
  const say = words.settings;
  const site = readSite(database());
  return (
    <>
      <PageTitle className="mb-4">{words.shell.settings}</PageTitle>
      <OutcomeForm action={saveSettings} submit={words.common.save} done={say.saved}>
        <FieldGroup legend={say.publication}>
          <LocalTextFields
            name="name"
            label={words.common.name}
            languages={site.languages}
            value={site.name}
          />
          <LocalTextFields
            name="tagline"
            label={say.tagline}
            languages={site.languages}
            value={site.tagline}
          />
        </FieldGroup>
        <FieldGroup legend={say.languages}>
          <LanguageFields
            main={mainLanguage(site)}
            others={site.languages}
            othersHint={say.otherLanguagesHint}
          />
        </FieldGroup>
        <FieldGroup legend={say.datesAndTimes}>
          <TimeZoneField zones={listTimeZones()} timeZone={site.timeZone} />
          <Checkbox name="hasOwnDigits" label={say.ownDigits} defaultChecked={site.hasOwnDigits} />
          <Checkbox name="hasWholePosts" label={say.wholePosts} defaultChecked={site.hasWholePosts} />
        </FieldGroup>
        <Navigation site={site} words={say} />
      </OutcomeForm>
    </>
  );
}

interface PartProps {
  site: Site;
  words: DeskStrings['settings'];
}

function Navigation({ site, words }: PartProps) {
  const none = { label: {}, path: '' };
  const links = [...site.navigation, ...Array.from({ length: EMPTY_LINKS }, () => none)];
  return (
    <FieldGroup legend={words.navigation}>
      <p className={hintStyle}>{words.navigationHint}</p>
      {links.map((link, index) => {
        const key = `navigation.${index}`;
        return (
          <div key={key} className="max-w-form border-rule grid gap-4 border-t pt-3">
            <TextField
              label={fill(words.linkAddress, { number: index + 1 })}
              name={`${key}.path`}
              defaultValue={link.path}
              placeholder="/about"
            />
            <LocalTextFields
              name={`${key}.label`}
              label={fill(words.linkWords, { number: index + 1 })}
              languages={site.languages}
              value={link.label}
            />
          </div>
        );
      })}
    </FieldGroup>
  );
}
