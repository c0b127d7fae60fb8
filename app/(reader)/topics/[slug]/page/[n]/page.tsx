import { TopicPage, topicMetadata } from '../../topic-page';

export const dynamic = 'force-dynamic';

type Props = PageProps<'/topics/[slug]/page/[n]'>;

export async function generateMetadata({ params }: Props) {
  return topicMetadata(await params);
}

export default async function Page({ params }: Props) {
  return <TopicPage {...(await params)} />;
}
