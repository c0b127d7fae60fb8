'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useIsListening } from '@/components/ui/use-is-listening';

type Answer = { ok: boolean; message?: string };

/** Sends the chosen pictures to the library one after another, and says which were refused. */
export function UploadField() {
  const router = useRouter();
  const [state, setState] = useState('');
  const isListening = useIsListening();
  async function send(files: File[]) {
    const refused: string[] = [];
    for (const [index, file] of files.entries()) {
      setState(`Taking in ${index + 1} of ${files.length}…`);
      const message = await sendOne(file);
      if (message) refused.push(`${file.name}: ${message}`);
    }
    setState(refused.join(' '));
    router.refresh();
  }
  return (
    <div>
      <label className="button">
        Add pictures
        <input
          className="sr-only"
          type="file"
          multiple
          disabled={!isListening}
          accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
          onChange={(event) => send([...(event.target.files ?? [])])}
        />
      </label>
      <p role="status" className="hint">
        {state}
      </p>
    </div>
  );
}

/** @returns why the picture was refused, or nothing. */
async function sendOne(file: File): Promise<string> {
  const body = new FormData();
  body.set('file', file);
  try {
    const response = await fetch('/admin/media/upload', { method: 'POST', body });
    const answer = (await response.json()) as Answer;
    return answer.ok ? '' : (answer.message ?? 'It was refused.');
  } catch {
    return 'The server could not be reached.';
  }
}
