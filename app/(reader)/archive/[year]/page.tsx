import { notFound } from 'next/navigation';
import { archivePath } from '@/lib/addresses';
import { simpleMetadata } from '../../simple-metadata';
import { YearPage } from './year-page';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/archive/[year]'>;

export async function generateMetadata({ params }: Props) {
  const { year } = await params;
  return simpleMetadata({ path: archivePath(year), titleOf: (words) => `${words.archive} ${year}` });
}

export default async function Page({ params }: Props) {
  const { year } = await params;
  return /^\d{4}$/.test(year) ? <YearPage year={year} /> : notFound();
}
