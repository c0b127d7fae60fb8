'use client';
import type { ReactNode } from 'react';
import { fileLabelStyle } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Progress } from '@/components/desk/ui/progress';
import { MEDIA_TYPES } from '@/lib/document/media-facts';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import type { UploadLine, UploadQueue } from './upload-queue';

/** The actions on a file that is being uploaded. */
type Acts = Pick<UploadQueue, 'retry' | 'choose' | 'leave' | 'clearDone'>;

interface UploadLinesProps {
  queue: Acts;
  lines: readonly UploadLine[];
  /** The types of files that can take the place of a refused one. */
  accept?: readonly string[];
  className?: string;
}

/** How the end of a line looks, with what can be done about the file. */
export const uploadActsStyle = 'ml-auto flex gap-1';

/** How one of these looks. */
const uploadActStyle =
  'min-h-8 cursor-pointer rounded-md px-2 py-0.5 font-semibold underline underline-offset-[0.2em] hover:bg-paper';

/** What has become of a file. */
const fateStyle = 'min-w-0 flex-[1_1_10rem]';

/** Lists the progress of each upload, with its actions. */
export function UploadLines({ queue, lines, accept = MEDIA_TYPES, className = '' }: UploadLinesProps) {
  const words = useDeskWords().library;
  if (lines.length === 0) return null;
  const done = lines.filter(({ state }) => state === 'done').length;
  const isOver = lines.every(({ state }) => state !== 'waiting' && state !== 'sending' && state !== 'making');
  return (
    <section
      className={`bg-wash text-ui rounded-lg px-4 py-3 font-sans ${className}`}
      aria-label={words.uploads}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-0.5 font-semibold">
        {/* Announced as a whole, not at every per cent. */}
        <p role="status">{fill(words.uploadsDone, { done, count: lines.length })}</p>
        {isOver && done > 0 && <UploadAct onClick={() => queue.clearDone()}>{words.clearDone}</UploadAct>}
      </div>
      <ul>
        {lines.map((line) => (
          <Line key={line.id} line={line} queue={queue} accept={accept} words={words} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  line: UploadLine;
  queue: Acts;
  accept: readonly string[];
  words: DeskStrings['library'];
}

function Line({ line, queue, accept, words }: LineProps) {
  const hasFailed = line.state === 'refused' || line.state === 'unreachable';
  return (
    <li className="border-rule flex min-h-9 flex-wrap items-center gap-x-3 gap-y-0.5 border-t">
      <span className="min-w-0 flex-[1_1_9rem] truncate">{line.name}</span>
      <UploadFate line={line} words={words} />
      <span className={uploadActsStyle}>
        {line.isFinal && (
          <ChooseFile
            label={words.chooseAnother}
            of={line.name}
            accept={accept}
            onFile={(file) => queue.choose(line.id, file)}
          />
        )}
        {hasFailed && !line.isFinal && (
          <UploadAct onClick={() => queue.retry(line.id)}>
            {words.retry}
            <span className="sr-only"> {line.name}</span>
          </UploadAct>
        )}
        <UploadAct onClick={() => queue.leave(line.id)}>
          {hasFailed || line.state === 'done' ? words.dismiss : words.cancel}
          <span className="sr-only"> {line.name}</span>
        </UploadAct>
      </span>
    </li>
  );
}

/** Something that can be done about a file. */
export function UploadAct({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={uploadActStyle} onClick={onClick}>
      {children}
    </button>
  );
}

interface ChooseFileProps {
  label: string;
  /** The name of the file that it replaces, for screen readers; empty when it has none. */
  of: string;
  accept: readonly string[];
  onFile: (file: File) => void;
}

/** Asks for a file in place of one that cannot be uploaded. */
export function ChooseFile({ label, of, accept, onFile }: ChooseFileProps) {
  return (
    <label className={`inline-flex items-center ${fileLabelStyle} ${uploadActStyle}`}>
      {label}
      {of && <span className="sr-only"> {of}</span>}
      <input
        type="file"
        className="sr-only"
        accept={accept.join(',')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          target.value = '';
        }}
      />
    </label>
  );
}

/** Shows the progress of a file: a bar while it is being sent, then text. */
export function UploadFate({ line, words }: { line: UploadLine; words: DeskStrings['library'] }) {
  switch (line.state) {
    case 'waiting':
      return <span className={`${fateStyle} text-soft`}>{words.waiting}</span>;
    case 'sending':
      return (
        <Progress
          className="flex-[1_1_8rem] in-data-incoming:order-1 in-data-incoming:mb-1.5 in-data-incoming:flex-[1_0_100%]"
          value={line.share}
          label={fill(words.sending, { name: line.name })}
        />
      );
    case 'making':
      return <span className={`${fateStyle} text-soft`}>{words.making}</span>;
    case 'done':
      return (
        <span className={`${fateStyle} text-soft`}>{line.isKnown ? words.wasKnown : words.takenIn}</span>
      );
    case 'refused':
    case 'unreachable':
      return (
        <span className={`${fateStyle} text-accent in-data-incoming:basis-full`} role="alert">
          {rejectionReason(line, words)}
        </span>
      );
  }
}

/** Returns why a file was refused, or what prevented the upload. */
export function rejectionReason(
  { obstacle, message }: Pick<UploadLine, 'obstacle' | 'message'>,
  words: DeskStrings['library'],
): string {
  switch (obstacle) {
    case null:
      return message;
    case 'unreachable':
      return words.unreachable;
    case 'tooLarge':
      return words.tooLargeForProxy;
    case 'likelyTooLarge':
      return words.likelyTooLargeForProxy;
  }
}
