import { Field } from '@/components/ui/field';
import { OutcomeForm } from '@/components/ui/outcome-form.client';
import type { Outcome } from '@/lib/errors';
import { type MediaFacts, mediaUrl } from '@/lib/media/media-facts';

interface Props {
  picture: MediaFacts & { originalName: string; uses: number };
  describe: (data: FormData) => Promise<Outcome<unknown>>;
  remove: (data: FormData) => Promise<Outcome<unknown>>;
}

/** A picture of the library with its words, which a post takes over when the picture is put into it. */
export function PictureCard({ picture, describe, remove }: Props) {
  const file = picture.renditions.find(({ mime }) => mime === 'image/webp') ?? picture.renditions[0];
  return (
    <li>
      {file && (
        <img
          src={mediaUrl(picture.id, file.file)}
          alt={picture.alt}
          width={file.widthPx}
          height={file.heightPx}
          loading="lazy"
        />
      )}
      <details className="edit">
        <summary>
          {picture.originalName}{' '}
          <span className="hint">{picture.uses === 0 ? 'not used' : `in ${picture.uses}`}</span>
        </summary>
        <OutcomeForm action={describe} submit="Save" done="Saved." tone="quiet">
          <input type="hidden" name="mediaId" value={picture.id} />
          <Field label="What it shows (alt)" name="alt" defaultValue={picture.alt} />
          <Field label="Caption" name="caption" defaultValue={picture.caption} />
          <Field label="Credit" name="credit" defaultValue={picture.credit} />
        </OutcomeForm>
        <OutcomeForm
          action={remove}
          submit="Delete"
          tone="grave"
          confirm="Delete for good?"
          className="form mt-3"
        >
          <input type="hidden" name="mediaId" value={picture.id} />
        </OutcomeForm>
      </details>
    </li>
  );
}
