'use client';
import { useDeskLanguage, useDeskWords } from '@/components/ui/desk-words.client';
import { fill } from '@/lib/language/fill';
import type { OfferedCopy } from './use-local-copies';

interface LocalCopyOfferProps {
  copy: OfferedCopy;
  onUse: () => void;
  onLeave: () => void;
}

/** Offers a text that this browser kept and the server never got. Either way nothing is lost. */
export function LocalCopyOffer({ copy, onUse, onLeave }: LocalCopyOfferProps) {
  const words = useDeskWords().saving;
  const language = useDeskLanguage();
  const when = new Date(copy.keptAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section className="ed-banner" aria-label={words.copyOffered}>
      <p>{fill(copy.isNewer ? words.copyNewer : words.copyOther, { when })}</p>
      <div className="ed-row">
        <button type="button" className="ed-button" onClick={onUse}>
          {words.copyUse}
        </button>
        <button type="button" className="ed-quiet" onClick={onLeave}>
          {words.copyLeave}
        </button>
      </div>
    </section>
  );
}
