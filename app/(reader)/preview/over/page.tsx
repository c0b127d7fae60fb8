import { Standfirst } from '@/components/reader/article/standfirst';
import { previewPath } from '@/lib/addresses';
import { simpleMetadata, siteWords } from '../../simple-metadata';
import { SimplePage } from '../../simple-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () =>
  simpleMetadata({ path: previewPath(), titleOf: (words) => words.previewOver, isUnlisted: true });

/** The page that the server sends with 410 for an expired preview link. */
export default function PreviewOverPage() {
  const { words } = siteWords();
  return (
    <SimplePage heading={words.previewOver}>
      <Standfirst className="my-6">{words.previewOverText}</Standfirst>
    </SimplePage>
  );
}
