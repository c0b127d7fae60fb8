import { notFound } from 'next/navigation';
import { requireUser } from '@/lib/next/session';

/** Answers every address of the admin that has no page; without it, Next's own page would be shown. */
export default async function MissingPage(): Promise<never> {
  await requireUser();
  return notFound();
}
