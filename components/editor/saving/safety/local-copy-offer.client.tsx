'use client';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Banner } from '@/components/editor/ground/banner';
import type { CompareProps, LoadCompare } from '@/components/editor/ground/compare-types';
import { Lazy } from '@/components/editor/ground/lazy.client';
import { fill } from '@/lib/language/fill';
import type { Writing } from '@/lib/posts/types';
import type { OfferedCopy } from './use-local-copies';

interface LocalCopyOfferProps extends Pick<CompareProps, 'language' | 'topics' | 'media'> {
  copy: OfferedCopy;
  /** Returns the open text. */
  present: () => Writing;
  loadCompare: LoadCompare;
  /** Continues with the copy, or with a text merged from both. */
  onTake: (writing: Writing) => void;
  onUse: () => void;
  onLeave: () => void;
}

/** Offers a text that this browser stored and the server never received. Neither choice loses a text. */
export function LocalCopyOffer(props: LocalCopyOfferProps) {
  const { copy, present, loadCompare, onTake, onUse, onLeave, ...shown } = props;
  const words = useDeskWords().saving;
  const [compared, setCompared] = useState<Writing | null>(null);
  const when = useDeskMoment()(copy.keptAt);
  return (
    <Banner aria-label={words.copyOffered}>
      <p>{fill(copy.isNewer ? words.copyNewer : words.copyOther, { when })}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="main" onClick={onUse}>
          {words.copyUse}
        </Button>
        <Button onClick={() => setCompared(present())}>{words.copyCompare}</Button>
        <Button onClick={onLeave}>{words.copyLeave}</Button>
      </div>
      {compared && (
        <Lazy
          load={loadCompare}
          props={{
            heading: words.copyOffered,
            left: { writing: copy.writing, label: words.inThisBrowser, who: '', at: copy.keptAt },
            right: { writing: compared, label: words.onTheServer, who: '', at: null },
            ...shown,
            onClose: () => setCompared(null),
            onTake,
          }}
        />
      )}
    </Banner>
  );
}
