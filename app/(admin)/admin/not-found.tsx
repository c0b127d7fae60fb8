import { EmptyState } from '@/components/desk/ui/empty-state';
import { PageTitle } from '@/components/desk/ui/page';
import { deskStringsFor } from '@/lib/language/strings';
import { deskLanguage } from '@/lib/next/desk-language';

/** Says that the admin has no such page, or that what was to be shown there is gone. */
export default async function NotFound() {
  const { missing } = deskStringsFor(await deskLanguage());
  return (
    <main className="max-w-desk mx-auto px-4">
      <EmptyState kind="page" as="div">
        <PageTitle className="text-ink">{missing.title}</PageTitle>
        <p className="mt-2 mb-4">{missing.text}</p>
        <p>
          <a href="/admin">{missing.toDashboard}</a>
        </p>
      </EmptyState>
    </main>
  );
}
