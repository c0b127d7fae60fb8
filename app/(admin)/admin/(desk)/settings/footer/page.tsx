import type { Metadata } from 'next';
import { LocalTextFields } from '@/components/desk/forms/local-text-fields';
import { Field, Select, TextArea, TextField } from '@/components/desk/ui/field';
import { FieldGroup } from '@/components/desk/ui/page';
import type { DeskStrings } from '@/lib/language/strings';
import { LICENCE_CODES } from '@/lib/settings/licences';
import type { Site } from '@/lib/settings/site';
import { saveFooter } from '../actions';
import { LinkRows } from '../link-rows';
import { SettingsForm, sectionTitle, settingsToChange } from '../settings-frame';

export const dynamic = 'force-dynamic';
export function generateMetadata(): Promise<Metadata> {
  return sectionTitle('end');
}

export default async function FooterSettingsPage() {
  const { words, say, site } = await settingsToChange();
  return (
    <SettingsForm current="end" action={saveFooter}>
      <FieldGroup legend={say.end}>
        <LocalTextFields
          name="footer"
          label={say.footerText}
          languages={site.languages}
          value={site.footer}
          isLong
        />
        <ContactFields site={site} words={say} />
      </FieldGroup>
      <FieldGroup legend={say.licence}>
        <LicenceField site={site} words={words} />
      </FieldGroup>
      <LinkRows
        name="blogroll"
        legend={say.blogroll}
        hint={say.blogrollHint}
        placeholder="https://"
        links={site.blogroll}
        languages={site.languages}
        words={say}
      />
    </SettingsForm>
  );
}

interface PartProps {
  site: Site;
  words: DeskStrings['settings'];
}

function ContactFields({ site, words }: PartProps) {
  return (
    <>
      <TextField
        label={words.contact}
        hint={words.contactHint}
        name="contact"
        type="email"
        defaultValue={site.contact}
        maxLength={200}
      />
      <Field label={words.social} hint={words.socialHint}>
        {(control) => (
          <TextArea
            {...control}
            name="social"
            rows={4}
            defaultValue={site.social.join('\n')}
            placeholder="https://"
            spellCheck={false}
          />
        )}
      </Field>
    </>
  );
}

function LicenceField({ site, words }: { site: Site; words: DeskStrings }) {
  const { licenceLabel, licenceHint } = words.settings;
  return (
    <Field label={licenceLabel} hint={licenceHint}>
      {(control) => (
        <Select {...control} name="licence" defaultValue={site.licence}>
          {LICENCE_CODES.map((code) => (
            <option key={code} value={code}>
              {words.licences[code]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
