'use client';
import { adminPostPath } from '@/lib/addresses';
import type { EditorProps } from './ground/editor-types';
import { Lazy } from './ground/lazy.client';
import { loadCompareDialog } from './history/lazy-parts';
import { loadConflictDialog, loadLocalCopyOffer, loadRefusedNotice } from './saving/lazy-parts';
import type { useLocalCopies } from './saving/safety/use-local-copies';
import type { useSetAsideTexts } from './saving/safety/use-set-aside-texts';
import type { useWriting } from './use-writing';

interface SafetyNoticesProps extends EditorProps {
  writing: ReturnType<typeof useWriting>;
  copies: ReturnType<typeof useLocalCopies>;
  /** The ways to continue with another text. */
  others: ReturnType<typeof useSetAsideTexts>;
}

/** Renders what the author must decide: local copies, a save that was refused, and a conflict. */
export function SafetyNotices(props: SafetyNoticesProps) {
  const { draft, topics, media, writing, copies, others } = props;
  const { editor, trouble } = writing;
  const saveAsNew = async (): Promise<string | null> => {
    const outcome = await props.actions.saveAsNew({ language: draft.language, writing: writing.read() });
    if (!outcome.ok) return outcome.message;
    await writing.autosave.abandon();
    window.location.assign(adminPostPath(outcome.value.postId));
    return null;
  };
  const comparing = { loadCompare: loadCompareDialog, language: draft.language, topics, media };
  return (
    <>
      {copies.offered.map((copy) => (
        <Lazy
          key={copy.line}
          load={loadLocalCopyOffer}
          props={{
            copy,
            present: writing.read,
            ...comparing,
            onTake: (text) => void copies.leave(copy).then(() => others.use(text)),
            onUse: () => void others.use(copy.writing, copy),
            onLeave: () => void copies.leave(copy),
          }}
        />
      ))}
      {trouble?.kind === 'failed' && trouble.code !== 'unavailable' && (
        <Lazy
          load={loadRefusedNotice}
          props={{ state: trouble, editor, headline: writing.fields.headline, onSaveAsNew: saveAsNew }}
        />
      )}
      {trouble?.kind === 'conflict' && (
        <Lazy
          load={loadConflictDialog}
          props={{
            read: writing.read,
            ...comparing,
            theirs: trouble.theirs.writing,
            onMerge: (merged) => void others.merge(merged, trouble.theirs),
            onLoadTheirs: () => void others.loadTheirs(trouble.theirs),
            onKeepMine: () => void others.keepMine(trouble.theirs),
          }}
        />
      )}
    </>
  );
}
