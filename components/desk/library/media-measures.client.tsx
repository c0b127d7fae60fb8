'use client';
import { useDeskDate, useDeskLanguage, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { LANGUAGES } from '@/lib/language/languages';
import type { MediaListing } from '@/lib/media/media-listing';

const MEGABYTE = 1_000_000;

/** Shows how large it is, and since when it has been in the library. */
export function MediaMeasures({ medium }: { medium: MediaListing }) {
  const words = useDeskWords().library;
  const locale = LANGUAGES[useDeskLanguage()].intlLocale;
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, numberingSystem: 'latn' });
  const day = useDeskDate();
  const megabytes = Math.max(0.1, medium.bytes / MEGABYTE);
  return (
    <dl className="text-small mt-4 flex flex-wrap gap-x-6 gap-y-1">
      {medium.widthPx > 0 && (
        <div>
          <dt className="text-soft">{words.size}</dt>
          <dd>
            {medium.widthPx} × {medium.heightPx}
          </dd>
        </div>
      )}
      <div>
        <dt className="text-soft">{words.weight}</dt>
        <dd>{size.format(megabytes)} MB</dd>
      </div>
      <div>
        <dt className="text-soft">{words.added}</dt>
        <dd>{day(medium.createdAt)}</dd>
      </div>
    </dl>
  );
}
