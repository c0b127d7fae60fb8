import { SeriesPage, seriesMetadata } from '../../series-page';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/series/[slug]/page/[n]'>;

export async function generateMetadata({ params }: Props) {
  return seriesMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <SeriesPage {...(await params)} />;
}
