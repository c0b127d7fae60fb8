'use client';
import { useId, useState } from 'react';
import { EditDialog } from '@/components/desk/pictures/edit-dialog.client';
import type { EditActions } from '@/components/desk/pictures/edit-types';
import { Button, buttonStyle, fileLabelStyle } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import { sendFile } from '@/components/desk/uploads/send-file';
import { UploadLines } from '@/components/desk/uploads/upload-lines.client';
import { useUploadQueue } from '@/components/desk/uploads/use-upload-queue';
import { mediaPath } from '@/lib/addresses';
import { MEDIA_TYPES, type MediaFacts } from '@/lib/document/media-facts';

/** A picture that was chosen, as far as the field shows it. */
type Chosen = Pick<MediaFacts, 'id' | 'renditions' | 'widthPx' | 'heightPx'>;

interface Props {
  name: string;
  label: string;
  hint: string;
  value: Chosen | null;
  /** What crops a picture, where it should be a square: one that is not is offered a crop. */
  square?: EditActions;
}

const ACCEPTED = MEDIA_TYPES.filter((type) => type.startsWith('image/')).join(',');

/** Chooses a picture by uploading it to the library; the form is sent its id, or nothing. */
export function UploadPictureField({ name, label, hint, value, square }: Props) {
  const words = useDeskWords().settings;
  const { queue, lines } = useUploadQueue(sendFile);
  const [chosen, setChosen] = useState(value);
  const hintId = useId();
  const isSaved = (chosen?.id ?? '') === (value?.id ?? '');
  return (
    <div className="grid justify-items-start gap-3">
      <input type="hidden" name={name} value={chosen?.id ?? ''} />
      <Preview chosen={chosen} label={label} />
      {square && chosen && (
        <SquareOffer key={chosen.id} chosen={chosen} actions={square} onCropped={setChosen} />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <label className={buttonStyle({ className: fileLabelStyle })}>
          {words.uploadPicture}
          <input
            className="sr-only"
            type="file"
            accept={ACCEPTED}
            aria-describedby={hintId}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) queue.add(file, { onDone: (media) => media.kind === 'picture' && setChosen(media) });
              event.target.value = '';
            }}
          />
        </label>
        {chosen && <Button onClick={() => setChosen(null)}>{words.removePicture}</Button>}
        {!isSaved && (
          <span role="status" className={hintStyle}>
            {words.pictureNotSaved}
          </span>
        )}
      </div>
      <p id={hintId} className={hintStyle}>
        {hint}
      </p>
      <UploadLines queue={queue} lines={lines} />
    </div>
  );
}

function Preview({ chosen, label }: { chosen: Chosen | null; label: string }) {
  const [file] = chosen?.renditions ?? [];
  if (!chosen || !file) return null;
  return (
    <img
      src={mediaPath(chosen.id, file.file)}
      alt={label}
      className="border-rule max-h-24 w-auto max-w-full rounded-sm border bg-white object-contain p-2"
    />
  );
}

interface SquareOfferProps {
  chosen: Chosen;
  actions: EditActions;
  onCropped: (picture: Chosen) => void;
}

/** Offers a square crop where a picture is not square; later, the library can crop it otherwise. */
function SquareOffer({ chosen, actions, onCropped }: SquareOfferProps) {
  const words = useDeskWords().settings;
  const [isCropping, setCropping] = useState(false);
  if (chosen.widthPx === chosen.heightPx) return null;
  return (
    <>
      <p role="status">{words.notSquare}</p>
      <Button onClick={() => setCropping(true)}>{words.cropSquare}</Button>
      {isCropping && (
        <EditDialog
          picture={chosen}
          actions={actions}
          isSquare
          onSaved={(picture) => {
            setCropping(false);
            onCropped(picture);
          }}
          onClose={() => setCropping(false)}
        />
      )}
    </>
  );
}
