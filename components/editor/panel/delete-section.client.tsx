'use client';
import { useRouter } from 'next/navigation';
import { Confirmed } from './confirmed.client';
import type { PanelProps } from './panel-types';
import { Section } from './section';

/** The end of a post that readers do not have. */
export function DeleteSection({ draft, actions, commands, writing }: PanelProps) {
  const router = useRouter();
  if (draft.status === 'published' || draft.status === 'unlisted') return null;
  const remove = async () => {
    const gone = await commands.run(() => actions.remove({ postId: draft.postId }), { text: 'Deleted' });
    if (!gone) return;
    await writing.autosave.abandon();
    router.push('/admin/posts');
  };
  return (
    <Section title="Delete" isOpen={false}>
      <Confirmed
        label="Delete this post"
        question="The post and all its texts go for good."
        isBusy={commands.isBusy}
        onConfirm={() => void remove()}
      />
    </Section>
  );
}
