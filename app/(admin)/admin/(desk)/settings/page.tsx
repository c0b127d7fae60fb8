import type { Metadata } from 'next';
import { LanguageFields } from '@/components/desk/forms/language-fields.client';
import { LocalTextFields } from '@/components/desk/forms/local-text-fields';
import { TimeZoneField } from '@/components/desk/forms/time-zone-field.client';
import { Checkbox } from '@/components/desk/ui/checkbox';
import { FieldGroup } from '@/components/desk/ui/page';
import { mainLanguage } from '@/lib/language/languages';
import { deskWords } from '@/lib/next/desk-language';
import { listTimeZones } from '@/lib/settings/time-zones';
import { saveGeneral } from './actions';
import { SettingsForm, settingsToChange } from './settings-frame';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).shell.settings };
}

export default async function SettingsPage() {
  const { words, say, site } = await settingsToChange();
  return (
    <SettingsForm current="general" action={saveGeneral}>
      <FieldGroup legend={say.publication}>
        <LocalTextFields name="name" label={words.common.name} languages={site.languages} value={site.name} />
        <LocalTextFields name="tagline" label={say.tagline} languages={site.languages} value={site.tagline} />
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
    </SettingsForm>
  );
}
