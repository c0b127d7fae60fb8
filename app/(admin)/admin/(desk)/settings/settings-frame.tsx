import type { ReactNode } from 'react';
import { PageTitle } from '@/components/desk/ui/page';
import { Tab, Tabs } from '@/components/desk/ui/tabs';
import { mayChangeSettings } from '@/lib/accounts/policies';
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

/** Shows one section of the settings below the menu of all. */
export async function SettingsFrame({ current, children }: { current: Section; children: ReactNode }) {
  const words = await deskWords();
  return (
    <>
      <PageTitle className="mb-2">{words.shell.settings}</PageTitle>
      <Tabs label={words.settings.sections} className="mb-6">
        {SECTIONS.map(([href, name]) => (
          <Tab key={href} href={href} isCurrent={name === current}>
            {words.settings[name]}
          </Tab>
        ))}
      </Tabs>
      {children}
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
