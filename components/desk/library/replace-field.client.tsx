'use client';
import { useId } from 'react';
import { buttonStyle, fileLabelStyle } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import { sendFile } from '@/components/desk/uploads/send-file';
import { UploadLines } from '@/components/desk/uploads/upload-lines.client';
import { useUploadQueue } from '@/components/desk/uploads/use-upload-queue';
import { MEDIA_TYPES } from '@/lib/document/media-facts';
import type { MediaListing } from '@/lib/media/media-listing';

interface ReplaceFieldProps {
  medium: MediaListing;
  onReplaced: () => void;
}

/** Replaces the file everywhere that it is shown. */
export function ReplaceField({ medium, onReplaced }: ReplaceFieldProps) {
  const words = useDeskWords().library;
  const { queue, lines } = useUploadQueue(sendFile);
  const hint = useId();
  const accept = MEDIA_TYPES.filter((type) => type.startsWith('image/'));
  return (
    <div>
      <label className={buttonStyle({ className: fileLabelStyle })}>
        {words.replace}
        <input
          className="sr-only"
          type="file"
          accept={accept.join(',')}
          aria-describedby={hint}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) queue.add(file, { replaces: medium.id, onDone: onReplaced });
            event.target.value = '';
          }}
        />
      </label>
      <p className={hintStyle} id={hint}>
        {words.replaceHint}
      </p>
      <UploadLines className="mt-2" queue={queue} lines={lines} accept={accept} />
    </div>
  );
}
