'use client';
import { useState } from 'react';
import type { MediaFacts } from '@/lib/media/media-facts';
import { useKnownMedia } from '../pictures/known-media.client';
import { Picture } from '../pictures/picture';
import { PicturePicker } from '../pictures/picture-picker.client';
import type { PanelProps } from './panel-types';
import { Section } from './section';

/** The picture above the text, in lists and in social cards. */
export function LeadPictureSection(props: PanelProps) {
  const { writing } = props;
  const [isPicking, setPicking] = useState(false);
  const { leadMediaId } = writing.fields;
  const { find } = useKnownMedia();
  const media = leadMediaId ? find(leadMediaId) : undefined;
  return (
    <Section title="Lead picture">
      {media && <Picture media={media} widthPx={320} />}
      <div className="ed-row">
        <button type="button" className="ed-quiet" onClick={() => setPicking(true)}>
          {leadMediaId ? 'Change' : 'Choose a picture'}
        </button>
        {leadMediaId && (
          <button type="button" className="ed-quiet" onClick={() => writing.change({ leadMediaId: null })}>
            Remove
          </button>
        )}
      </div>
      {media && <WordsForm key={media.id} {...props} picture={media} />}
      {isPicking && (
        <PicturePicker
          onPick={(media) => {
            setPicking(false);
            const picture = media.find(({ kind }) => kind === 'picture');
            if (picture) writing.change({ leadMediaId: picture.id });
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Section>
  );
}

type WordsFormProps = PanelProps & { picture: MediaFacts };

/** What is said of the picture: kept with it in the library, since a lead picture has no place in the text. */
function WordsForm({ actions, commands, picture }: WordsFormProps) {
  const { add } = useKnownMedia();
  const [words, setWords] = useState({ alt: picture.alt, caption: picture.caption, credit: picture.credit });
  const isSame = FIELDS.every(({ name }) => words[name] === picture[name]);
  const submit = async () => {
    const kept = await commands.run(() => actions.describeMedia({ mediaId: picture.id, ...words }), {
      text: 'The picture’s words are kept',
    });
    if (kept) add([{ ...picture, ...words }]);
  };
  return (
    <form
      className="ed-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {FIELDS.map(({ name, label, placeholder, maxLength }) => (
        <label key={name} className="ed-field">
          <span>{label}</span>
          <textarea
            className="ed-input"
            rows={name === 'credit' ? 1 : 2}
            maxLength={maxLength}
            placeholder={placeholder}
            value={words[name]}
            onChange={(event) => setWords({ ...words, [name]: event.target.value })}
          />
        </label>
      ))}
      <p className="ed-hint">These words go with the picture wherever it leads a post, at once.</p>
      <button type="submit" className="ed-quiet" disabled={commands.isBusy || isSame}>
        Keep these words
      </button>
    </form>
  );
}

const FIELDS = [
  { name: 'alt', label: 'Alternative text', placeholder: 'What the picture shows', maxLength: 2000 },
  { name: 'caption', label: 'Caption', placeholder: '', maxLength: 4000 },
  { name: 'credit', label: 'Credit', placeholder: 'Photograph: …', maxLength: 500 },
] as const;
