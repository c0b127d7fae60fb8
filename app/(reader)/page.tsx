import { FrontPage, frontMetadata } from './front';

export const dynamic = 'force-dynamic'; // the reader cache is the only cache

export const generateMetadata = () => frontMetadata({ edition: null });

export default function Page() {
  return <FrontPage edition={null} />;
}
