/**
 * Returns a text without the characters that it ends with, as far as they are among `ending`. A pattern such as
 * `/[.,]+$/` would read each run of them in the text again from each of its characters.
 */
export function withoutEnding(text: string, ending: string): string {
  let end = text.length;
  while (end > 0 && ending.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
