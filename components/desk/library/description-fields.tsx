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
        <label className="field">
          <span>{words.alt}</span>
          <textarea className="input" name="alt" rows={2} maxLength={2000} defaultValue={medium.alt} />
          <small>{words.altHint}</small>
        </label>
      )}
      {medium.kind !== 'picture' && <input type="hidden" name="alt" value={medium.alt} />}
      <label className="field">
        <span>{words.caption}</span>
        <textarea className="input" name="caption" rows={2} maxLength={4000} defaultValue={medium.caption} />
      </label>
      <label className="field">
        <span>{words.credit}</span>
        <input className="input" name="credit" maxLength={500} defaultValue={medium.credit} />
      </label>
    </>
  );
}
