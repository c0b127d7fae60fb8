'use client';
import { useState } from 'react';
import { Button, buttonStyle, fileLabelStyle } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Dialog, DialogHead } from '@/components/desk/ui/dialog.client';
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
  const words = useDeskWords().library;
  const { add } = useKnownMedia();
  const [q, setQ] = useState('');
  const library = useLibrary(q, isSingle);
  const [chosen, setChosen] = useState<MediaFacts[]>([]);
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
    <Dialog size="wide" isBare className="px-5 pt-5" onClose={onClose}>
      <DialogHead close={words.close}>{isSingle ? words.choose : words.insert}</DialogHead>
      <div className="mt-3 mb-2 flex flex-wrap gap-2">
        <FileButton label={words.fromDevice} isSingle={isSingle} onFiles={takeFiles} />
        <Input
          className="w-auto! flex-[1_1_12rem]"
          type="search"
          aria-label={words.search}
          placeholder={words.searchHint}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      <p role="status" className={`mt-2 mb-4 ${hintStyle}`}>
        {library.message}
      </p>
      <PickerGrid media={library.media} chosen={isSingle ? null : chosen} onChoose={choose} />
      {library.hasMore && <Button onClick={library.more}>{words.more}</Button>}
      {!isSingle && (
        <div className="border-rule bg-paper sticky bottom-0 -mx-5 mt-4 flex justify-end border-t px-5 py-3">
          <Button kind="main" disabled={chosen.length === 0} onClick={() => insert(chosen)}>
            {fill(words.insertChosen, { count: chosen.length })}
          </Button>
        </div>
      )}
    </Dialog>
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
    <label className={buttonStyle({ className: fileLabelStyle })}>
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
