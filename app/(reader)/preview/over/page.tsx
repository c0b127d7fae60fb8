import { simpleMetadata, siteWords } from '../../simple-metadata';
import { SimplePage } from '../../simple-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () =>
  simpleMetadata({ path: '/preview/over', titleOf: (words) => words.previewOver, isUnlisted: true });

/** What the serving layer sends, with 410, where a link to a draft works no more. */
export default function PreviewOverPage() {
  const { words } = siteWords();
  return (
    <SimplePage heading={words.previewOver}>
      <p className="standfirst">{words.previewOverText}</p>
    </SimplePage>
  );
}
