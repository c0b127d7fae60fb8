'use client';
import type { LocalCopy } from '../autosave/local-copy';

interface LocalCopyOfferProps {
  copy: LocalCopy;
  onUse: () => void;
  onLeave: () => void;
}

/** Offers the text that this browser kept and the server never got. Either way nothing is lost. */
export function LocalCopyOffer({ copy, onUse, onLeave }: LocalCopyOfferProps) {
  const when = new Date(copy.keptAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section className="ed-banner" aria-label="Unsaved text in this browser">
      <p>This browser has a text of this post that was never saved, from {when}.</p>
      <div className="ed-row">
        <button type="button" className="ed-button" onClick={onUse}>
          Use it
        </button>
        <button type="button" className="ed-quiet" onClick={onLeave}>
          Leave it aside
        </button>
      </div>
    </section>
  );
}
