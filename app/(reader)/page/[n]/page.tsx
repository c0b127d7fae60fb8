import { FrontPage, frontMetadata } from '../../front';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/page/[n]'>;

export async function generateMetadata({ params }: Props) {
  return frontMetadata({ edition: null, ...(await params) });
}

export default async function Page({ params }: Props) {
  return <FrontPage edition={null} {...(await params)} />;
}
