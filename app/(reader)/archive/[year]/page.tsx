import { notFound } from 'next/navigation';
import { archivePath } from '@/lib/addresses';
import { formatYear } from '@/lib/language/dates';
import type { Strings } from '@/lib/language/strings';
import { simpleMetadata, siteWords } from '../../simple-metadata';
import { YearPage } from './year-page';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/archive/[year]'>;

export async function generateMetadata({ params }: Props) {
  const { year } = await params;
  const { site, language } = siteWords();
  const titleOf = (words: Strings) => `${words.archive} ${formatYear(year, language, site)}`;
  return simpleMetadata({ path: archivePath(year), titleOf });
}

export default async function Page({ params }: Props) {
  const { year } = await params;
  return /^\d{4}$/.test(year) ? <YearPage year={year} /> : notFound();
}
