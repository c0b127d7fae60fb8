/** A field of text that the browser lets nobody fill further than its `maxlength`. */
export type LimitedField = HTMLInputElement | HTMLTextAreaElement;

/** How much is left when a limit is first told: a tenth, but at most a sentence. */
const NEAR_SHARE = 0.1;
const NEAR_MOST = 100;
const NEAR_LEAST = 10;
const GAP_PX = 4;

/** Returns the field with a limit to which an event belongs, or null. */
export function limitedField(target: EventTarget | null): LimitedField | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.maxLength > 0 ? target : null;
}

/** Returns how many characters fit in place of the selection. */
export function roomIn({ maxLength, value, selectionStart, selectionEnd }: LimitedField): number {
  return maxLength - value.length + ((selectionEnd ?? 0) - (selectionStart ?? 0));
}

/** Returns whether so many characters left of a limit are few. */
export function isNearLimit(left: number, limit: number): boolean {
  return left <= Math.min(NEAR_MOST, Math.max(NEAR_LEAST, limit * NEAR_SHARE));
}

/** Places a note under a field, within what is seen of the page above an on-screen keyboard. */
export function placeUnder(field: LimitedField, note: HTMLElement): void {
  const { bottom, left } = field.getBoundingClientRect();
  const seenPx = window.visualViewport?.height ?? window.innerHeight;
  const top = Math.min(bottom, seenPx - note.offsetHeight) + GAP_PX;
  note.style.top = `${Math.max(GAP_PX, Math.min(top, seenPx - note.offsetHeight - GAP_PX))}px`;
  note.style.left = `${Math.max(2 * GAP_PX, left)}px`;
}
