import type { ReactNode } from 'react';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { PageTitle } from '@/components/desk/ui/page';
import { Tab, Tabs } from '@/components/desk/ui/tabs';
import { mayChangeSettings } from '@/lib/accounts/policies';
import type { Answer } from '@/lib/errors';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { requireUserWho } from '@/lib/next/session';
import { readSite } from '@/lib/settings/site';

/** The sections of the settings, in the order of their menu; the names are keys of `settings` in the strings. */
const SECTIONS = [
  ['/admin/settings', 'general'],
  ['/admin/settings/looks', 'looks'],
  ['/admin/settings/menu', 'menu'],
  ['/admin/settings/footer', 'end'],
] as const;

type Section = (typeof SECTIONS)[number][1];

interface SettingsFormProps {
  current: Section;
  action: (data: FormData) => Promise<Answer<unknown>>;
  /** The fields. */
  children: ReactNode;
}

/** Shows one section of the settings: a form below the menu of all sections. */
export async function SettingsForm({ current, action, children }: SettingsFormProps) {
  const { shell, settings, common } = await deskWords();
  return (
    <>
      <PageTitle className="mb-2">{shell.settings}</PageTitle>
      <Tabs label={settings.sections} className="mb-6">
        {SECTIONS.map(([href, name]) => (
          <Tab key={href} href={href} isCurrent={name === current}>
            {settings[name]}
          </Tab>
        ))}
      </Tabs>
      <OutcomeForm action={action} submit={common.save} done={settings.saved}>
        {children}
      </OutcomeForm>
    </>
  );
}

/** Returns what a section needs, for people who may change the settings. */
export async function settingsToChange() {
  await requireUserWho(mayChangeSettings);
  const words = await deskWords();
  return { words, say: words.settings, site: readSite(database()) };
}

/** Builds the title of a section's page. */
export async function sectionTitle(section: Section) {
  const { settings, shell } = await deskWords();
  return { title: `${settings[section]} – ${shell.settings}` };
}
