interface Item {
  textContent: string | null;
}

/**
 * Returns which item of a menu gets the focus by a key, or null when the key does not move it. Arrow keys go round;
 * a letter goes to the next item that begins with it.
 * @param at the index of the item that has the focus; -1 when none has.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/menubar/#keyboardinteraction
 */
export function itemByKey(key: string, at: number, items: readonly Item[]): number | null {
  const { length } = items;
  if (length === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % length;
    case 'ArrowUp':
      return (Math.max(at, 0) + length - 1) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return itemByLetter(key, at, items);
  }
}

function itemByLetter(key: string, at: number, items: readonly Item[]): number | null {
  if ([...key].length !== 1 || key === ' ') return null;
  const letter = key.toLowerCase();
  const after = items.map((_, step) => (at + 1 + step) % items.length);
  const found = after.find((index) => items[index]?.textContent?.trim().toLowerCase().startsWith(letter));
  return found ?? null;
}
