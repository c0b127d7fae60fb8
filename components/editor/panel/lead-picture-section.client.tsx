'use client';
import { useState } from 'react';
import { useDeskWords } from '@/components/ui/desk-words.client';
import { UploadLines } from '@/components/uploads/upload-lines.client';
import { useUploadQueue } from '@/components/uploads/use-upload-queue';
import type { MediaFacts } from '@/lib/media/media-facts';
import { Late } from '../late.client';
import { loadPicturePicker } from '../late-parts';
import { useKnownMedia } from '../pictures/known-media.client';
import { Picture } from '../pictures/picture';
import { useSendSignedIn } from '../pictures/use-incoming-pictures';
import type { PanelProps } from './panel-types';
import { Section } from './section';

/** The picture above the text, in lists and in social cards. */
export function LeadPictureSection(props: PanelProps) {
  const { writing } = props;
  const words = useDeskWords().panel;
  const [isPicking, setPicking] = useState(false);
  const { leadMediaId } = writing.fields;
  const { find, add } = useKnownMedia();
  const { queue, lines } = useUploadQueue(useSendSignedIn());
  const takeFile = (file: File) => {
    const id = queue.add(file, {
      onDone: (picture) => {
        add([picture]);
        writing.change({ leadMediaId: picture.id });
        queue.leave(id);
      },
    });
  };
  const media = leadMediaId ? find(leadMediaId) : undefined;
  return (
    <Section title={words.leadPicture} name="leadPicture">
      {media && <Picture media={media} widthPx={320} />}
      <div className="ed-row">
        <button type="button" className="ed-quiet" onClick={() => setPicking(true)}>
          {leadMediaId ? words.change : words.choosePicture}
        </button>
        {leadMediaId && (
          <button type="button" className="ed-quiet" onClick={() => writing.change({ leadMediaId: null })}>
            {words.remove}
          </button>
        )}
      </div>
      {media && <WordsForm key={media.id} {...props} picture={media} />}
      <UploadLines queue={queue} lines={lines} />
      {isPicking && (
        <Late
          load={loadPicturePicker}
          props={{
            isSingle: true,
            onPick: ([picture]: MediaFacts[]) => {
              setPicking(false);
              if (picture) writing.change({ leadMediaId: picture.id });
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

type WordsFormProps = PanelProps & { picture: MediaFacts };

/** What is said of the picture: kept with it in the library, since a lead picture has no place in the text. */
function WordsForm({ actions, commands, picture }: WordsFormProps) {
  const { add } = useKnownMedia();
  const words = useDeskWords().panel;
  const [said, setSaid] = useState({ alt: picture.alt, caption: picture.caption, credit: picture.credit });
  const isSame = FIELDS.every(({ name }) => said[name] === picture[name]);
  const submit = async () => {
    const kept = await commands.run(() => actions.describeMedia({ mediaId: picture.id, ...said }), {
      text: words.wordsKept,
    });
    if (kept) add([{ ...picture, ...said }]);
  };
  return (
    <form
      className="ed-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {FIELDS.map(({ name, placeholder, maxLength }) => (
        <label key={name} className="ed-field">
          <span>{words[name]}</span>
          <textarea
            className="ed-input"
            rows={name === 'credit' ? 1 : 2}
            maxLength={maxLength}
            placeholder={placeholder && words[placeholder]}
            value={said[name]}
            onChange={(event) => setSaid({ ...said, [name]: event.target.value })}
          />
        </label>
      ))}
      <p className="ed-hint">{words.pictureWordsHint}</p>
      <button type="submit" className="ed-quiet" disabled={commands.isBusy || isSame}>
        {words.keepWords}
      </button>
    </form>
  );
}

const FIELDS = [
  { name: 'alt', placeholder: 'altExample', maxLength: 2000 },
  { name: 'caption', placeholder: undefined, maxLength: 4000 },
  { name: 'credit', placeholder: 'creditExample', maxLength: 500 },
] as const;
