import { CorrectionsPage, correctionsMetadata } from './corrections-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () => correctionsMetadata({});

export default function Page() {
  return <CorrectionsPage />;
}
