const GAP_PX = 6;
const MARGIN_PX = 8;

/** A list that `placeAt` places over the text. */
export const placedStyle =
  'scrollbar-thin fixed z-30 max-h-80 w-[min(19rem,calc(100vw-16px))] overflow-y-auto overscroll-contain';

/**
 * Positions a floating box under a place in the window, or over it where there is more room, above any on-screen
 * keyboard.
 */
export function placeAt(box: HTMLElement | null, place: { left: number; top: number; bottom: number }): void {
  if (!box) return;
  const view = window.visualViewport;
  const [topPx, heightPx] = [view?.offsetTop ?? 0, view?.height ?? window.innerHeight];
  const below = topPx + heightPx - place.bottom - GAP_PX - MARGIN_PX;
  const above = place.top - topPx - GAP_PX - MARGIN_PX;
  const isBelow = below >= Math.min(box.scrollHeight, 320) || below >= above;
  box.style.maxHeight = `${Math.min(320, isBelow ? below : above)}px`;
  const room = document.documentElement.clientWidth - box.offsetWidth - MARGIN_PX;
  box.style.left = `${Math.max(MARGIN_PX, Math.min(place.left, room))}px`;
  const top = isBelow ? place.bottom + GAP_PX : place.top - GAP_PX - box.offsetHeight;
  box.style.top = `${top}px`;
}
