import type { Metadata } from 'next';
import { hintStyle } from '@/components/desk/ui/field';
import { PageTitle, SectionTitle } from '@/components/desk/ui/page';
import {
  editorShortcuts,
  type Shortcut,
  toolShortcuts,
  typedShortcuts,
} from '@/components/editor/text/toolbar/shortcut-list';
import { deskWords } from '@/lib/next/desk-language';
import { requireUser } from '@/lib/next/session';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).shortcuts.title };
}

/** Lists all keyboard shortcuts; `?` leads here from every page of the admin. */
export default async function ShortcutsPage() {
  await requireUser();
  const words = await deskWords();
  const { shortcuts, palette } = words;
  return (
    <>
      <PageTitle>{shortcuts.title}</PageTitle>
      <p className={`mb-6 ${hintStyle}`}>{shortcuts.onMac}</p>
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        <ShortcutTable
          title={shortcuts.everywhere}
          shortcuts={[
            { label: palette.title, keys: 'Mod+K' },
            { label: shortcuts.thisPage, keys: '?' },
          ]}
        />
        <ShortcutTable title={shortcuts.inText} shortcuts={editorShortcuts(words)} />
        <ShortcutTable title={words.toolbar.name} shortcuts={toolShortcuts(words)} />
        <ShortcutTable title={shortcuts.typed} shortcuts={typedShortcuts(words)} isTyped />
      </div>
    </>
  );
}

interface ShortcutTableProps {
  title: string;
  shortcuts: Shortcut[];
  /** The signs are typed one after the other, not pressed together. */
  isTyped?: boolean;
}

function ShortcutTable({ title, shortcuts, isTyped = false }: ShortcutTableProps) {
  return (
    <section>
      <SectionTitle>{title}</SectionTitle>
      <dl className="border-rule border-t">
        {shortcuts.map(({ label, keys }) => (
          <div
            key={label + keys}
            className="border-rule flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b py-2"
          >
            <dt>{label}</dt>
            <dd className="flex gap-1">
              {(isTyped ? [keys] : keys.split('+')).map((key) => (
                <kbd
                  key={key}
                  className="border-rule bg-wash text-small min-w-7 rounded-md border px-1.5 text-center"
                >
                  {key === 'Mod' ? 'Ctrl' : key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
