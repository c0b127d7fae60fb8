'use client';
import { useEffect, useRef } from 'react';
import { fill } from '@/lib/language/fill';
import { useDeskWords } from './desk-words.client';
import { isNearLimit, type LimitedField, limitedField, placeUnder, roomIn } from './limited-fields';

/**
 * Says under any field with `maxlength` how much still fits, shortly before nothing does, and what of a paste was cut:
 * browsers cut without a word. One for all pages of the admin.
 */
export function LimitNote() {
  const { common: words } = useDeskWords();
  const note = useRef<HTMLParagraphElement>(null);
  const spoken = useRef<HTMLParagraphElement>(null);
  const latestWords = useRef(words);
  latestWords.current = words;
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let shown: LimitedField | null = null;
    let cut = 0;
    const show = (field: LimitedField, text: string, isSpoken: boolean) => {
      if (!note.current) return;
      note.current.textContent = text;
      if (spoken.current && isSpoken) spoken.current.textContent = text;
      note.current.togglePopover(true);
      placeUnder(field, note.current);
      shown = field;
    };
    const hide = () => {
      if (!shown) return;
      note.current?.togglePopover(false);
      if (spoken.current) spoken.current.textContent = '';
      shown = null;
    };
    const tell = (field: LimitedField) => {
      const { limitCut, limitReached, limitLeft } = latestWords.current;
      const { maxLength: limit } = field;
      const left = limit - field.value.length;
      if (cut > 0) show(field, fill(limitCut, { limit, count: cut }), true);
      else if (left <= 0) show(field, fill(limitReached, { limit }), true);
      else if (isNearLimit(left, limit)) show(field, fill(limitLeft, { count: left }), shown !== field);
      else hide();
      cut = 0;
    };
    /** Before a change: a full field does not change, so nothing would tell why. */
    const before = (event: InputEvent) => {
      const field = limitedField(event.target);
      if (!field || !event.inputType.startsWith('insert')) return;
      const pasted = event.dataTransfer?.getData('text/plain') ?? event.data ?? '';
      const isPaste = event.inputType === 'insertFromPaste' || event.inputType === 'insertFromDrop';
      const missing = pasted.replace(/\r\n/g, '\n').length - roomIn(field);
      if (missing <= 0) return;
      cut = isPaste ? missing : 0;
      if (roomIn(field) <= 0) tell(field);
    };
    const after = ({ target }: Event) => {
      const field = limitedField(target);
      if (field) tell(field);
    };
    const move = () => shown && note.current && placeUnder(shown, note.current);
    document.addEventListener('beforeinput', before, { signal });
    document.addEventListener('input', after, { signal });
    document.addEventListener('focusout', hide, { signal });
    document.addEventListener('scroll', move, { signal, capture: true, passive: true });
    return () => listening.abort();
  }, []);
  return (
    <>
      <p
        ref={note}
        popover="manual"
        aria-hidden="true"
        className="border-rule bg-wash text-ink text-small fixed inset-auto m-0 max-w-[min(30rem,calc(100vw-1rem))] rounded-md border px-2.5 py-1 font-sans"
        data-part="limit-note"
      />
      <p ref={spoken} role="status" className="sr-only" />
    </>
  );
}
