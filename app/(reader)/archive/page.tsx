import { simpleMetadata } from '../simple-metadata';
import { ArchivePage } from './archive-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () => simpleMetadata({ path: '/archive', titleOf: (words) => words.archive });

export default function Page() {
  return <ArchivePage />;
}
