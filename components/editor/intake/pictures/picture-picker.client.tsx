'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle, Input } from '@/components/desk/ui/field';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import { MEDIA_TYPES, type MediaFacts } from '@/lib/document/media-facts';
import { fill } from '@/lib/language/fill';
import { PickerGrid } from './picker-grid.client';
import { useLibrary } from './use-library';

interface PicturePickerProps {
  /** Only one picture is needed: choosing it closes the dialog. */
  isSingle?: boolean;
  /** Receives the chosen library pictures in order. */
  onPick: (media: MediaFacts[]) => void;
  /** Receives files of the device; their progress is shown at their places. */
  onFiles: (files: File[]) => void;
  onClose: () => void;
}

/** Renders a dialog for choosing library pictures, several at once, or files of the device. */
export function PicturePicker({ isSingle = false, onPick, onFiles, onClose }: PicturePickerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const words = useDeskWords().library;
  const { add } = useKnownMedia();
  const [q, setQ] = useState('');
  const library = useLibrary(q, isSingle);
  const [chosen, setChosen] = useState<MediaFacts[]>([]);
  useEffect(() => dialog.current?.showModal(), []);
  const insert = (media: MediaFacts[]) => {
    add(media);
    if (media.length > 0) onPick(media);
  };
  const choose = (media: MediaFacts) => {
    if (isSingle) return insert([media]);
    const others = chosen.filter((other) => other.id !== media.id);
    setChosen(others.length < chosen.length ? others : [...chosen, media]);
  };
  const takeFiles = (files: File[]) => {
    if (files.length === 0) return;
    insert(chosen);
    onFiles(files);
  };
  return (
    <dialog ref={dialog} className="ed-dialog ed-dialog-wide picker" aria-labelledby={id} onClose={onClose}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={id}>{isSingle ? words.choose : words.insert}</h2>
        <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
      </div>
      <div className="picker-ways">
        <FileButton label={words.fromDevice} isSingle={isSingle} onFiles={takeFiles} />
        <Input
          type="search"
          aria-label={words.search}
          placeholder={words.searchHint}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      <p role="status" className={hintStyle}>
        {library.message}
      </p>
      <PickerGrid media={library.media} chosen={isSingle ? null : chosen} onChoose={choose} />
      {library.hasMore && <Button onClick={library.more}>{words.more}</Button>}
      {!isSingle && (
        <div className="picker-foot">
          <Button kind="main" disabled={chosen.length === 0} onClick={() => insert(chosen)}>
            {fill(words.insertChosen, { count: chosen.length })}
          </Button>
        </div>
      )}
    </dialog>
  );
}

interface FileButtonProps {
  label: string;
  isSingle: boolean;
  onFiles: (files: File[]) => void;
}

function FileButton({ label, isSingle, onFiles }: FileButtonProps) {
  const types = MEDIA_TYPES.filter((type) => !isSingle || type.startsWith('image/'));
  return (
    <label className="ed-quiet ed-file">
      {label}
      <input
        type="file"
        className="sr-only"
        multiple={!isSingle}
        accept={types.join(',')}
        onChange={(event) => onFiles([...(event.target.files ?? [])])}
      />
    </label>
  );
}
