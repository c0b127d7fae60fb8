'use client';
import { useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Dialog, DialogHead } from '@/components/desk/ui/dialog.client';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { mediaPath } from '@/lib/addresses';
import type { Answer } from '@/lib/errors';
import type { MediaListing } from '@/lib/media/media-listing';
import { DescriptionFields } from './description-fields';
import type { LibraryActions } from './library-types';
import { MediaMeasures } from './media-measures.client';
import { PictureView } from './picture-view.client';
import { ReplaceField } from './replace-field.client';
import { UsesList } from './uses-list.client';

interface MediaDialogProps {
  medium: MediaListing;
  actions: LibraryActions;
  /** Called when anything about it has changed. */
  onChange: () => void;
  onClose: () => void;
}

/**
 * Shows everything about one file of the library: its texts, how it is shown, where it is used, and how to replace it.
 */
export function MediaDialog({ medium, actions, onChange, onClose }: MediaDialogProps) {
  const words = useDeskWords().library;
  const [focus, setFocus] = useState({ x: medium.focusX, y: medium.focusY });
  const changing = (act: (data: FormData) => Promise<Answer<unknown>>) => async (data: FormData) => {
    const outcome = await act(data);
    if (outcome.ok) onChange();
    return outcome;
  };
  return (
    <Dialog size="wider" onClose={onClose}>
      <DialogHead close={words.close}>{medium.caption || medium.originalName || words.untitled}</DialogHead>
      <div className="grid gap-6 md:grid-cols-[1.25fr_1fr]">
        <div>
          {medium.kind === 'picture' ? (
            <PictureView
              medium={medium}
              actions={actions}
              focus={focus}
              onFocus={setFocus}
              onEdited={onChange}
            />
          ) : (
            <Player medium={medium} />
          )}
          <MediaMeasures medium={medium} />
        </div>
        <div className="grid content-start gap-6">
          <OutcomeForm action={changing(actions.describe)} submit={words.save} done={words.saved}>
            <input type="hidden" name="mediaId" value={medium.id} />
            <input type="hidden" name="focusX" value={focus.x} />
            <input type="hidden" name="focusY" value={focus.y} />
            <DescriptionFields medium={medium} words={words} />
          </OutcomeForm>
          <UsesList mediaId={medium.id} listUses={actions.listUses} />
          {medium.kind === 'picture' && (
            <ReplaceField
              medium={medium}
              onReplaced={() => {
                setFocus({ x: 50, y: 50 });
                onChange();
              }}
            />
          )}
          {medium.originalName !== '' && (
            <OutcomeForm
              action={changing(actions.forgetName)}
              submit={words.forgetName}
              tone="quiet"
              confirm={words.forgetNameQuestion}
            >
              <input type="hidden" name="mediaId" value={medium.id} />
              <p className="text-small text-soft">{words.forgetNameHint}</p>
            </OutcomeForm>
          )}
          <OutcomeForm
            action={changing(actions.remove)}
            submit={words.delete}
            tone="grave"
            confirm={words.deleteQuestion}
          >
            <input type="hidden" name="mediaId" value={medium.id} />
          </OutcomeForm>
        </div>
      </div>
    </Dialog>
  );
}

function Player({ medium }: { medium: MediaListing }) {
  const words = useDeskWords().library;
  const [file] = medium.renditions;
  if (!file) return null;
  const Tag = medium.kind === 'video' ? 'video' : 'audio';
  return (
    <Tag
      className="max-h-[60vh] w-full"
      controls
      preload="metadata"
      src={mediaPath(medium.id, file.file)}
      aria-label={medium.originalName || words.untitled}
    />
  );
}
