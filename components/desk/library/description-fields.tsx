import type { ComponentProps } from 'react';
import { Field, TextArea, TextField } from '@/components/desk/ui/field';
import type { DeskStrings } from '@/lib/language/strings';
import type { MediaListing } from '@/lib/media/media-listing';

interface DescriptionFieldsProps {
  medium: MediaListing;
  words: DeskStrings['library'];
}

/** Edits the texts that are copied when it is inserted into a post. */
export function DescriptionFields({ medium, words }: DescriptionFieldsProps) {
  return (
    <>
      {medium.kind === 'picture' && (
        <Field label={words.alt} hint={words.altHint}>
          {(control) => <Text {...control} name="alt" maxLength={2000} defaultValue={medium.alt} />}
        </Field>
      )}
      {medium.kind !== 'picture' && <input type="hidden" name="alt" value={medium.alt} />}
      <Field label={words.caption}>
        {(control) => <Text {...control} name="caption" maxLength={4000} defaultValue={medium.caption} />}
      </Field>
      <TextField label={words.credit} name="credit" maxLength={500} defaultValue={medium.credit} />
    </>
  );
}

function Text(area: ComponentProps<typeof TextArea>) {
  return <TextArea rows={2} {...area} className="field-sizing-content min-h-16!" />;
}
