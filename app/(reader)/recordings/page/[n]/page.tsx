import { RecordingsPage, recordingsMetadata } from '../../recordings-page';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/recordings/page/[n]'>;

export async function generateMetadata({ params }: Props) {
  return recordingsMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <RecordingsPage {...(await params)} />;
}
