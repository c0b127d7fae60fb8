'use client';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, hintStyle, TextArea } from '@/components/desk/ui/field';
import { UploadLines } from '@/components/desk/uploads/upload-lines.client';
import { useUploadQueue } from '@/components/desk/uploads/use-upload-queue';
import { CropButton } from '@/components/editor/ground/crop-button.client';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import { Lazy } from '@/components/editor/ground/lazy.client';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { Picture } from '@/components/editor/ground/picture';
import { Section } from '@/components/editor/ground/section';
import { useRemembering } from '@/components/editor/ground/use-remembering';
import { MEDIA_TYPES, type MediaFacts } from '@/lib/document/media-facts';
import { type LeadWords, NO_LEAD_WORDS } from '@/lib/media/lead-words';
import { loadPicturePicker } from '../lazy-parts';
import { useSendSignedIn } from './use-incoming-pictures';

const PICTURE_TYPES = MEDIA_TYPES.filter((type) => type.startsWith('image/'));

/** Edits the lead picture, which is shown above the text, in lists and in social cards. */
export function LeadPictureSection({ writing }: PanelProps) {
  const words = useDeskWords().panel;
  const [isPicking, setPicking] = useState(false);
  const { leadMediaId, leadWords } = writing.fields;
  const { find, add } = useKnownMedia();
  const { queue, lines } = useUploadQueue(useSendSignedIn());
  // The words of the previous picture are removed with it.
  const lead = ({ id }: MediaFacts) =>
    id !== leadMediaId && writing.change({ leadMediaId: id, leadWords: NO_LEAD_WORDS });
  const takeFile = (file: File) => {
    const id = queue.add(file, {
      onDone: (picture) => {
        add([picture]);
        lead(picture);
        queue.leave(id);
      },
    });
  };
  const media = leadMediaId ? find(leadMediaId) : undefined;
  return (
    <Section title={words.leadPicture} name="leadPicture">
      {media && <Picture media={media} widthPx={320} className="block h-auto w-full rounded-sm" />}
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => setPicking(true)}>{leadMediaId ? words.change : words.choosePicture}</Button>
        {leadMediaId && (
          <Button onClick={() => writing.change({ leadMediaId: null, leadWords: NO_LEAD_WORDS })}>
            {words.remove}
          </Button>
        )}
        {media && <CropButton mediaId={media.id} />}
      </div>
      {media && (
        <LeadWordsFields
          key={media.id}
          picture={media}
          words={leadWords}
          onChange={(leadWords) => writing.change({ leadWords })}
        />
      )}
      <UploadLines queue={queue} lines={lines} accept={PICTURE_TYPES} />
      {isPicking && (
        <Lazy
          load={loadPicturePicker}
          props={{
            isSingle: true,
            onPick: ([picture]: MediaFacts[]) => {
              setPicking(false);
              if (picture) lead(picture);
            },
            onFiles: ([file]: File[]) => {
              setPicking(false);
              if (file) takeFile(file);
            },
            onClose: () => setPicking(false),
          }}
        />
      )}
    </Section>
  );
}

interface LeadWordsFieldsProps {
  picture: MediaFacts;
  words: LeadWords;
  onChange: (words: LeadWords) => void;
}

/** Edits this text's words about its lead picture; the library stores them too where it has none. */
function LeadWordsFields({ picture, words, onChange }: LeadWordsFieldsProps) {
  const labels = useDeskWords().panel;
  const { onBlur } = useRemembering(picture.id, words);
  return (
    <fieldset className="grid justify-items-start gap-3" onBlur={onBlur}>
      {FIELDS.map(({ name, placeholder, maxLength }) => (
        <Field key={name} label={labels[name]} className="w-full">
          {(control) => (
            <TextArea
              {...control}
              rows={name === 'credit' ? 1 : 2}
              maxLength={maxLength}
              placeholder={picture[name] || (placeholder && labels[placeholder])}
              value={words[name]}
              onChange={(event) => onChange({ ...words, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <p className={hintStyle}>{labels.pictureWordsHint}</p>
    </fieldset>
  );
}

const FIELDS = [
  { name: 'alt', placeholder: 'altExample', maxLength: 2000 },
  { name: 'caption', placeholder: undefined, maxLength: 4000 },
  { name: 'credit', placeholder: 'creditExample', maxLength: 500 },
] as const;
