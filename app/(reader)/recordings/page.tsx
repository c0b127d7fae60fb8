import { RecordingsPage, recordingsMetadata } from './recordings-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () => recordingsMetadata({});

export default function Page() {
  return <RecordingsPage />;
}
