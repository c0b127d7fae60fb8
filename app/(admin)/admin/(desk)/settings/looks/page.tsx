import type { Metadata } from 'next';
import { AccentField } from '@/components/desk/forms/accent-field.client';
import { UploadPictureField } from '@/components/desk/forms/upload-picture-field.client';
import { FieldGroup } from '@/components/desk/ui/page';
import { edit, findEdit } from '../../media/actions';
import { saveLooks } from '../actions';
import { SettingsForm, sectionTitle, settingsToChange } from '../settings-frame';

export const dynamic = 'force-dynamic';
export function generateMetadata(): Promise<Metadata> {
  return sectionTitle('looks');
}

export default async function LooksSettingsPage() {
  const { say, site } = await settingsToChange();
  return (
    <SettingsForm current="looks" action={saveLooks}>
      <FieldGroup legend={say.logo}>
        <UploadPictureField name="logoMediaId" label={say.logo} hint={say.logoHint} value={site.logo} />
      </FieldGroup>
      <FieldGroup legend={say.icon}>
        <UploadPictureField
          name="iconMediaId"
          label={say.icon}
          hint={say.iconHint}
          value={site.icon}
          square={{ findEdit, edit }}
        />
      </FieldGroup>
      <FieldGroup legend={say.accent}>
        <AccentField value={site.accent} />
      </FieldGroup>
    </SettingsForm>
  );
}
