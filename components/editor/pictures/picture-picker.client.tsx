'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { MEDIA_TYPES, type MediaFacts } from '@/lib/media/media-facts';
import { useKnownMedia } from './known-media.client';
import { listPictures } from './media-client';
import { Picture } from './picture';
import { useUploads } from './use-uploads';

interface PicturePickerProps {
  onPick: (media: MediaFacts[]) => void;
  onClose: () => void;
}

const TYPING_PAUSE_MS = 250;

/** A dialog to upload pictures or take one of the library. */
export function PicturePicker({ onPick, onClose }: PicturePickerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { add } = useKnownMedia();
  const { upload, message } = useUploads();
  useEffect(() => dialog.current?.showModal(), []);
  const pick = (media: MediaFacts[]) => {
    add(media);
    if (media.length > 0) onPick(media);
  };
  return (
    <dialog ref={dialog} className="ed-dialog ed-dialog-wide" aria-label="Insert a picture" onClose={onClose}>
      <div className="ed-row ed-spread">
        <h2>Insert a picture</h2>
        <button type="button" className="ed-quiet" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <label className="ed-upload">
        <span>Upload from this device</span>
        <input
          type="file"
          multiple
          accept={MEDIA_TYPES.join(',')}
          onChange={(event) => void upload([...(event.target.files ?? [])]).then(pick)}
        />
      </label>
      {message && <p role="alert">{message}</p>}
      <Library onPick={(media) => pick([media])} />
    </dialog>
  );
}

function Library({ onPick }: { onPick: (media: MediaFacts) => void }) {
  const id = useId();
  const [q, setQ] = useState('');
  const { pictures, message } = useLibrary(q);
  return (
    <section aria-labelledby={`${id}-heading`}>
      <div className="ed-field">
        <label id={`${id}-heading`} htmlFor={id}>
          Or take one of the library
        </label>
        <input
          id={id}
          type="search"
          className="ed-input"
          placeholder="Search by name, caption or credit"
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      {message && <p role="status">{message}</p>}
      <ul className="picture-grid">
        {pictures.map((media) => (
          <li key={media.id}>
            <button
              type="button"
              aria-label={media.alt || media.caption || 'Picture'}
              onClick={() => onPick(media)}
            >
              <Picture media={media} widthPx={320} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useLibrary(q: string) {
  const [pictures, setPictures] = useState<MediaFacts[]>([]);
  const [message, setMessage] = useState('Looking…');
  useEffect(() => {
    const stopped = new AbortController();
    const look = async () => {
      try {
        const found = await listPictures(q, stopped.signal);
        setPictures(found);
        setMessage(found.length === 0 ? 'No picture found.' : '');
      } catch (error) {
        if (!stopped.signal.aborted) setMessage((error as Error).message);
      }
    };
    const timer = setTimeout(() => void look(), q ? TYPING_PAUSE_MS : 0);
    return () => {
      clearTimeout(timer);
      stopped.abort();
    };
  }, [q]);
  return { pictures, message };
}
