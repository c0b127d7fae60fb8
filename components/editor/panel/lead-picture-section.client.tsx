'use client';
import { useState } from 'react';
import { useKnownMedia } from '../pictures/known-media.client';
import { Picture } from '../pictures/picture';
import { PicturePicker } from '../pictures/picture-picker.client';
import type { PanelProps } from './panel-types';
import { Section } from './section';

/** The picture above the text, in lists and in social cards. */
export function LeadPictureSection({ writing }: PanelProps) {
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
      {isPicking && (
        <PicturePicker
          onPick={([first]) => {
            setPicking(false);
            if (first) writing.change({ leadMediaId: first.id });
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </Section>
  );
}
