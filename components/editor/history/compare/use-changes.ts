import { type RefObject, useEffect, useRef, useState } from 'react';

const CHANGE = '[data-change]';

/** Moves from change to change, by button and by key. @param around the element where the keys work. */
export function useChanges(
  list: RefObject<HTMLElement | null>,
  around: RefObject<HTMLElement | null> = list,
) {
  const [current, setCurrent] = useState(0);
  const changes = () => [...(list.current?.querySelectorAll<HTMLElement>(CHANGE) ?? [])];
  const goTo = (index: number) => {
    const all = changes();
    const at = Math.max(0, Math.min(all.length - 1, index));
    const change = all[at];
    if (!change) return;
    setCurrent(at + 1);
    change.focus({ preventScroll: true });
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    change.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  };
  /** Returns the index of the focused change, so that moving continues from there after a click, too. */
  const here = () => {
    const at = changes().findIndex((change) => change.contains(document.activeElement));
    return at < 0 ? current - 1 : at;
  };
  const next = () => goTo(here() + 1);
  const previous = () => goTo(here() - 1);
  const onKey = useRef((_event: KeyboardEvent) => {});
  onKey.current = (event) => {
    const go = KEYS[`${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`];
    if (!go) return;
    event.preventDefault();
    if (go === 'next') next();
    else if (go === 'previous') previous();
    else goTo(go === 'first' ? 0 : Number.MAX_SAFE_INTEGER);
  };
  /** Moves to the row with this id. */
  const goToRow = (id: string) => goTo(changes().findIndex((change) => change.dataset.change === id));
  useEffect(() => {
    const place = around.current;
    const listen = (event: KeyboardEvent) => onKey.current(event);
    place?.addEventListener('keydown', listen);
    return () => place?.removeEventListener('keydown', listen);
  }, [around]);
  return { current, next, previous, goToRow };
}

const KEYS: Record<string, 'next' | 'previous' | 'first' | 'last'> = {
  F7: 'next',
  'Shift+F7': 'previous',
  'Alt+ArrowDown': 'next',
  'Alt+ArrowUp': 'previous',
  'Alt+Home': 'first',
  'Alt+End': 'last',
};
