'use client';
import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import {
  ChooseFile,
  rejectionReason,
  UploadAct,
  UploadFate,
  uploadActsStyle,
} from '@/components/desk/uploads/upload-lines.client';
import type { UploadLine } from '@/components/desk/uploads/upload-queue';
import { useUploadLines } from '@/components/desk/uploads/use-upload-queue';
import { MEDIA_TYPES } from '@/lib/document/media-facts';
import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import { type IncomingGroup, type IncomingPicture, stateOf } from './incoming-group';
import type { IncomingPictures } from './incoming-pictures';

const NOTHING: readonly IncomingGroup[] = [];
const PICTURE_TYPES = MEDIA_TYPES.filter((type) => type.startsWith('image/'));

/** Renders the places of pictures that are being uploaded into the text. */
export function Incoming({ incoming }: { incoming: IncomingPictures }) {
  const words = useDeskWords();
  const groups = useSyncExternalStore(incoming.subscribe, incoming.snapshot, () => NOTHING);
  const lines = useUploadLines(incoming.queue);
  const waiting = groups.reduce((sum, { pictures }) => sum + pictures.length, 0);
  return (
    <>
      {/* Announced as a whole, not at every per cent. */}
      <p role="status" className="sr-only">
        {waiting > 0 && fill(words.library.onTheWay, { count: waiting })}
      </p>
      {groups.map((group) =>
        createPortal(
          <Group group={group} incoming={incoming} lines={lines} words={words} />,
          group.element,
          String(group.id),
        ),
      )}
    </>
  );
}

interface GroupProps {
  group: IncomingGroup;
  incoming: IncomingPictures;
  lines: readonly UploadLine[];
  words: DeskStrings;
}

function Group({ group, incoming, lines, words }: GroupProps) {
  return (
    <ul
      data-incoming
      className="my-5 grid list-none grid-cols-[repeat(auto-fit,minmax(min(13rem,100%),1fr))] gap-3 p-0 select-none"
      aria-label={words.library.uploads}
    >
      {group.pictures.map((picture) => (
        <li
          key={picture.id}
          data-here={stateOf(picture, lines) === 'here' || undefined}
          className="group border-rule bg-wash text-ui text-ink m-0 flex flex-col justify-end overflow-hidden rounded-lg border font-sans leading-relaxed font-normal"
          aria-label={picture.name || undefined}
        >
          {picture.preview && <Preview address={picture.preview} />}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
            {picture.name && (
              <span className="min-w-0 flex-[1_1_8rem] truncate font-medium">{picture.name}</span>
            )}
            <Fate picture={picture} group={group} lines={lines} words={words} />
            <Acts picture={picture} group={group} incoming={incoming} lines={lines} words={words} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Shows a preview of the file; a format that the browser cannot show is left to its name. */
function Preview({ address }: { address: string }) {
  return (
    <img
      className="block max-h-96 min-h-0 w-full flex-1 object-cover opacity-55 group-not-only:aspect-4/3 group-data-here:opacity-100"
      src={address}
      alt=""
      draggable={false}
      onError={(event) => {
        event.currentTarget.hidden = true;
      }}
    />
  );
}

type PictureProps = Omit<GroupProps, 'incoming'> & { picture: IncomingPicture };

function Fate({ picture, group, lines, words }: PictureProps) {
  const line = lines.find(({ id }) => id === picture.lineId);
  const isLost = group.isOfPaste && line?.state !== 'unreachable' && isOver(picture, lines);
  if (isLost)
    return (
      <span className="text-soft min-w-0 flex-[1_1_100%]">
        {words.paste.byHand} {line && rejectionReason(line, words.library)}
      </span>
    );
  if (group.isOfPaste && line?.state === 'making' && !picture.preview)
    return <span className="text-soft min-w-0 flex-[1_1_10rem]">{words.paste.fetching}</span>;
  return line ? <UploadFate line={line} words={words.library} /> : <span>{words.library.takenIn}</span>;
}

function Acts({ picture, group, incoming, lines, words }: PictureProps & { incoming: IncomingPictures }) {
  const line = lines.find(({ id }) => id === picture.lineId);
  const hasFailed = line?.state === 'refused' || line?.state === 'unreachable';
  const isLost = isOver(picture, lines);
  const { library } = words;
  return (
    <span className={uploadActsStyle}>
      {hasFailed && !line.isFinal && (
        <Act label={library.retry} of={picture} onClick={() => incoming.retry(picture)} />
      )}
      {(line?.isFinal || (group.isOfPaste && isLost)) && (
        <ChooseFile
          label={group.isOfPaste ? words.paste.addPicture : library.chooseAnother}
          of={picture.name}
          accept={group.isOfPaste ? PICTURE_TYPES : MEDIA_TYPES}
          onFile={(file) => incoming.addByHand(picture, file)}
        />
      )}
      <Act
        label={isLost ? library.leaveOut : library.cancel}
        of={picture}
        onClick={() => incoming.leave(group, picture)}
      />
    </span>
  );
}

function Act({ label, of, onClick }: { label: string; of: IncomingPicture; onClick: () => void }) {
  return (
    <UploadAct onClick={onClick}>
      {label}
      {of.name && <span className="sr-only"> {of.name}</span>}
    </UploadAct>
  );
}

/** Whether a picture needs its author to proceed. */
function isOver(picture: IncomingPicture, lines: readonly UploadLine[]): boolean {
  const state = stateOf(picture, lines);
  return state === 'away' || state === 'refused';
}
