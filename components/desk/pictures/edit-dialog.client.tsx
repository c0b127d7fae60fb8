'use client';
import { useEffect, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Dialog, DialogHead } from '@/components/desk/ui/dialog.client';
import { Notice } from '@/components/desk/ui/notice';
import { Spinner } from '@/components/desk/ui/spinner';
import type { PictureEdit } from '@/lib/media/picture-edit';
import { EditForm } from './edit-form.client';
import type { EditActions, Editing } from './edit-types';

interface EditDialogProps extends Editing {
  actions: EditActions;
  onClose: () => void;
}

/** Turns and crops a picture of the library, as often as wanted: its original is kept. */
export function EditDialog({ picture, actions, isSquare, onSaved, onClose }: EditDialogProps) {
  const words = useDeskWords();
  const saved = useSavedEdit(picture.id, actions.findEdit);
  return (
    <Dialog size="wider" onClose={onClose}>
      <DialogHead close={words.common.close}>{words.crop.title}</DialogHead>
      {saved === null && <Spinner>{words.library.looking}</Spinner>}
      {typeof saved === 'string' && (
        <Notice kind="refused" role="alert">
          {saved}
        </Notice>
      )}
      {saved !== null && typeof saved !== 'string' && (
        <EditForm picture={picture} saved={saved} edit={actions.edit} isSquare={isSquare} onSaved={onSaved} />
      )}
    </Dialog>
  );
}

/** Returns how a picture is turned and cropped: null until the server says, a sentence when it refuses. */
function useSavedEdit(mediaId: string, findEdit: EditActions['findEdit']): PictureEdit | string | null {
  const { noAnswer } = useDeskWords().common;
  const [found, setFound] = useState<PictureEdit | string | null>(null);
  useEffect(() => {
    let isWanted = true;
    findEdit({ mediaId }).then(
      (answer) => isWanted && setFound(answer.ok ? answer.value : answer.message),
      () => isWanted && setFound(noAnswer),
    );
    return () => {
      isWanted = false;
    };
  }, [mediaId, findEdit, noAnswer]);
  return found;
}
