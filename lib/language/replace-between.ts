/** A part of a text with an opening and a closing. */
export interface Enclosed {
  whole: string;
  opening: string;
  inner: string;
}

/**
 * Replaces each part of a text from an opening to the closing after it, in one pass over the text. A pattern with
 * `[\s\S]*?` in its middle would read the rest of the text again for every opening that has no closing.
 * @param opening has the flag `g`, as has `closing`.
 */
export function replaceBetween(
  text: string,
  opening: RegExp,
  closing: RegExp,
  replaced: (part: Enclosed) => string,
): string {
  let result = '';
  let from = 0;
  opening.lastIndex = 0;
  for (let opened = opening.exec(text); opened; opened = opening.exec(text)) {
    const start = opened.index + opened[0].length;
    closing.lastIndex = start;
    const closed = closing.exec(text);
    if (!closed) break;
    const end = closing.lastIndex;
    const inner = text.slice(start, closed.index);
    result += text.slice(from, opened.index);
    result += replaced({ whole: text.slice(opened.index, end), opening: opened[0], inner });
    from = end;
    opening.lastIndex = end;
  }
  return result + text.slice(from);
}
