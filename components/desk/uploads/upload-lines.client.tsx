'use client';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import type { UploadLine, UploadQueue } from './upload-queue';

/** The actions on a file that is being uploaded. */
type Acts = Pick<UploadQueue, 'retry' | 'leave' | 'clearDone'>;

interface UploadLinesProps {
  queue: Acts;
  lines: readonly UploadLine[];
}

/** Lists the progress of each upload, with its actions. */
export function UploadLines({ queue, lines }: UploadLinesProps) {
  const words = useDeskWords().library;
  if (lines.length === 0) return null;
  const done = lines.filter(({ state }) => state === 'done').length;
  const isOver = lines.every(({ state }) => state !== 'waiting' && state !== 'sending' && state !== 'making');
  return (
    <section className="upload-lines" aria-label={words.uploads}>
      <div className="upload-lines-head">
        {/* Announced as a whole, not at every per cent. */}
        <p role="status">{fill(words.uploadsDone, { done, count: lines.length })}</p>
        {isOver && done > 0 && (
          <button type="button" className="upload-act" onClick={() => queue.clearDone()}>
            {words.clearDone}
          </button>
        )}
      </div>
      <ul>
        {lines.map((line) => (
          <Line key={line.id} line={line} queue={queue} words={words} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, queue, words }: { line: UploadLine; queue: Acts; words: DeskStrings['library'] }) {
  const hasFailed = line.state === 'refused' || line.state === 'unreachable';
  return (
    <li className={`upload-line upload-line-${line.state}`}>
      <span className="upload-name">{line.name}</span>
      <UploadFate line={line} words={words} />
      <span className="upload-acts">
        {hasFailed && (
          <button type="button" className="upload-act" onClick={() => queue.retry(line.id)}>
            {words.retry}
            <span className="sr-only"> {line.name}</span>
          </button>
        )}
        <button type="button" className="upload-act" onClick={() => queue.leave(line.id)}>
          {hasFailed || line.state === 'done' ? words.dismiss : words.cancel}
          <span className="sr-only"> {line.name}</span>
        </button>
      </span>
    </li>
  );
}

/** Shows the progress of a file: a bar while it is being sent, then text. */
export function UploadFate({ line, words }: { line: UploadLine; words: DeskStrings['library'] }) {
  switch (line.state) {
    case 'waiting':
      return <span className="upload-fate">{words.waiting}</span>;
    case 'sending':
      return (
        <progress
          className="upload-bar"
          max={1}
          value={line.share}
          aria-label={fill(words.sending, { name: line.name })}
        />
      );
    case 'making':
      return <span className="upload-fate">{words.making}</span>;
    case 'done':
      return <span className="upload-fate">{line.isKnown ? words.wasKnown : words.takenIn}</span>;
    case 'refused':
    case 'unreachable':
      return (
        <span className="upload-fate" role="alert">
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
