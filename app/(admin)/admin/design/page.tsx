import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonSheet } from '@/components/desk/design/button-sheet';
import { FieldSheet } from '@/components/desk/design/field-sheet';
import { MessageSheet } from '@/components/desk/design/message-sheet';
import { OverlaySheet } from '@/components/desk/design/overlay-sheet';
import { TokenSheet } from '@/components/desk/design/token-sheet';
import { PageTitle } from '@/components/desk/ui/page';
import { requireUser } from '@/lib/next/session';
import { environment } from '@/lib/settings/environment';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Design' };

/** Shows every token and every control of the admin. For developers: a publication answers 404 here. */
export default async function DesignPage() {
  if (process.env.NODE_ENV === 'production' && !environment().hasDesignPage) notFound();
  await requireUser();
  return (
    <main id="design" lang="en" className="max-w-site leading-desk mx-auto px-4 py-6">
      <PageTitle>Design</PageTitle>
      <p className="text-soft mt-2">
        Every token and every control, in both languages and both colour schemes. Point at a control, or move
        to it with Tab, to see how it answers.
      </p>
      <TokenSheet />
      <ButtonSheet />
      <FieldSheet />
      <MessageSheet />
      <OverlaySheet />
    </main>
  );
}
