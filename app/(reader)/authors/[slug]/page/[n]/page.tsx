import { AuthorPage, authorMetadata } from '../../author-page';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/authors/[slug]/page/[n]'>;

export async function generateMetadata({ params }: Props) {
  return authorMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <AuthorPage {...(await params)} />;
}
