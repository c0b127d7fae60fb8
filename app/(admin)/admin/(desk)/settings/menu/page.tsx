import type { Metadata } from 'next';
import { saveMenu } from '../actions';
import { LinkRows } from '../link-rows';
import { SettingsForm, sectionTitle, settingsToChange } from '../settings-frame';

export const dynamic = 'force-dynamic';
export function generateMetadata(): Promise<Metadata> {
  return sectionTitle('menu');
}

export default async function MenuSettingsPage() {
  const { say, site } = await settingsToChange();
  return (
    <SettingsForm current="menu" action={saveMenu}>
      <LinkRows
        name="navigation"
        legend={say.navigation}
        hint={say.navigationHint}
        placeholder="/about"
        links={site.navigation}
        languages={site.languages}
        words={say}
      />
    </SettingsForm>
  );
}
