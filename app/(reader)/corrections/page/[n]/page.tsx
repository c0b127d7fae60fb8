import { CorrectionsPage, correctionsMetadata } from '../../corrections-page';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/corrections/page/[n]'>;

export async function generateMetadata({ params }: Props) {
  return correctionsMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <CorrectionsPage {...(await params)} />;
}
