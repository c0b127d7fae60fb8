'use client';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { adminPostPath, adminPostsPath } from '@/lib/addresses';
import { Confirmed } from './confirmed.client';

/** Duplicates the post, moves it to the bin, or deletes it permanently from there. */
export function CopyAndBin(props: PanelProps) {
  return props.draft.status === 'binned' ? <InBin {...props} /> : <Outside {...props} />;
}

function Outside({ draft, may, actions, commands, writing }: PanelProps) {
  const words = useDeskWords().posts;
  const router = useRouter();
  const { postId } = draft;
  const bin = async () => {
    const binned = await commands.run(() => actions.bin({ postId }), { text: words.inBin });
    if (!binned) return;
    await writing.autosave.abandon();
    router.push(adminPostsPath(`binned=${postId}`));
  };
  const duplicate = async () => {
    const copy = await commands.run(() => actions.duplicate({ postId }), { text: words.duplicate });
    if (copy) router.push(adminPostPath(copy.postId));
  };
  return (
    <>
      <Button disabled={commands.isBusy} onClick={() => void duplicate()}>
        {words.duplicate}
      </Button>
      {may.bin && (
        <>
          <p className={hintStyle}>{words.toBinExplained}</p>
          <Button tone="grave" disabled={commands.isBusy} onClick={() => void bin()}>
            {words.toBin}
          </Button>
        </>
      )}
    </>
  );
}

function InBin({ draft, may, actions, commands, writing }: PanelProps) {
  const words = useDeskWords().posts;
  const router = useRouter();
  const { postId } = draft;
  const purge = async () => {
    const gone = await commands.run(() => actions.purge({ postId }), { text: words.purge });
    if (!gone) return;
    await writing.autosave.abandon();
    router.push(adminPostsPath('status=binned'));
  };
  return (
    <>
      {may.bin && (
        <Button
          disabled={commands.isBusy}
          onClick={() => void commands.run(() => actions.restore({ postId }), { text: words.outOfBin })}
        >
          {words.fromBin}
        </Button>
      )}
      {may.purge && (
        <Confirmed
          label={words.purge}
          question={words.purgeExplained}
          isBusy={commands.isBusy}
          onConfirm={() => void purge()}
        />
      )}
    </>
  );
}
