import { notFound } from 'next/navigation';
import { formatMonth } from '@/lib/language/dates';
import { ListPage } from '../../../list-page';
import { pageNumber } from '../../../page-metadata';
import { simpleMetadata, siteWords } from '../../../simple-metadata';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/archive/[year]/[month]'>;

async function requireMonth({ params }: Props): Promise<string> {
  const { year, month } = await params;
  return /^\d{4}$/.test(year) && /^(0[1-9]|1[0-2])$/.test(month) ? `${year}-${month}` : notFound();
}

export async function generateMetadata(props: Props) {
  const month = await requireMonth(props);
  const { language } = siteWords();
  return simpleMetadata({
    path: `/archive/${month.replace('-', '/')}`,
    titleOf: () => formatMonth(month, language),
  });
}

export default async function Page(props: Props) {
  const month = await requireMonth(props);
  const { page } = await props.searchParams;
  const { words, language } = siteWords();
  const path = `/archive/${month.replace('-', '/')}`;
  return (
    <ListPage
      kicker={words.archive}
      heading={formatMonth(month, language)}
      filter={{ month }}
      page={typeof page === 'string' ? pageNumber(page) : 1}
      hrefOf={(to) => (to === 1 ? path : `${path}?page=${to}`)}
    />
  );
}
