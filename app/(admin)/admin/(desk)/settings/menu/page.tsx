import type { Metadata } from 'next';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { saveMenu } from '../actions';
import { LinkRows } from '../link-rows';
import { SettingsFrame, sectionTitle, settingsToChange } from '../settings-frame';

export const dynamic = 'force-dynamic';
export function generateMetadata(): Promise<Metadata> {
  return sectionTitle('menu');
}

export default async function MenuSettingsPage() {
  const { words, say, site } = await settingsToChange();
  return (
    <SettingsFrame current="menu">
      <OutcomeForm action={saveMenu} submit={words.common.save} done={say.saved}>
        <LinkRows
          name="navigation"
          legend={say.navigation}
          hint={say.navigationHint}
          placeholder="/about"
          links={site.navigation}
          languages={site.languages}
          words={say}
        />
      </OutcomeForm>
    </SettingsFrame>
  );
}
