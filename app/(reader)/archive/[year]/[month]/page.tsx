import { MonthPage, monthMetadata } from './month-page';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/archive/[year]/[month]'>;

export async function generateMetadata({ params }: Props) {
  return monthMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <MonthPage {...(await params)} />;
}
