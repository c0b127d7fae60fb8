/** Patterns that only markdown has; a bullet or a number alone could be plain text. */
const SURE_SIGNS = [
  /^#{1,6}\s+\S/m,
  /^(```|~~~)/m,
  /\[[^[\]\n]*\]\((?:https?:\/\/|\/|#|mailto:)/,
  /(?:^|[\s([“"])\*\*[^\s*_](?:[^*_\n]*[^\s*_])?\*\*(?:$|[\s.,;:!?)\]”"’។])/m,
  /(?:^|[\s([“"])__[^\s*_](?:[^*_\n]*[^\s*_])?__(?:$|[\s.,;:!?)\]”"’។])/m,
  /^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|/m,
  /^[ \t]*[-*+][ \t]+\[[ xX]\]\s/m,
  /^\[\^[^\]\s]+\]:/m,
];
const NOTE = /^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n\n?(?: {2}|\t).*)*)/gm;

/** Whether a text is certainly markdown. */
export function isMarkdown(text: string): boolean {
  return SURE_SIGNS.some((sign) => sign.test(text));
}

/** More levels than anybody reads; the parser calls itself for each. */
const MOST_LEVELS = 8;
const DEEPEST_INDENT = 40;
const LEVEL = /^[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])/;

/** Whether lists or quotations are nested so deeply that the parser of markdown would fail. */
export function isNestedMarkdown(text: string): boolean {
  return text.split('\n').some(isNestedLine);
}

function isNestedLine(line: string): boolean {
  const indent = line.length - line.trimStart().length;
  let rest = line;
  for (let level = 0; level <= MOST_LEVELS; level += 1) {
    const marker = LEVEL.exec(rest)?.[0];
    if (marker === undefined) return false;
    if (indent > DEEPEST_INDENT) return true;
    rest = rest.slice(marker.length);
  }
  return true;
}

/** Converts markdown to markup, with footnotes in place. The markdown parser is loaded on first use. */
export async function markdownToHtml(text: string): Promise<string> {
  const { Marked } = await import('marked');
  const marked = new Marked({ gfm: true, async: false });
  const notes = new Map<string, string>();
  const body = text
    .replace(/\r\n?/g, '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    // A year begins a sentence; a list does not begin with such a number.
    .replace(/^([ \t]{0,3}\d{4,9})([.)][ \t])/gm, '$1\\$2')
    .replace(NOTE, (_all, name: string, words: string) => {
      notes.set(name, words.replace(/^(?: {2,4}|\t)/gm, ''));
      return '';
    });
  const numbers = new Map([...notes.keys()].map((name, index) => [name, index + 1]));
  const linked = body.replace(/\[\^([^[\]\s]+)\]/g, (sign, name: string) => {
    const number = numbers.get(name);
    return number ? `<sup><a href="#${NOTE_ID}${number}">${((number - 1) % 999) + 1}</a></sup>` : sign;
  });
  // Written as pairs of links, as every program does, the notes are gathered with those of other programs.
  const listed = [...notes.values()].map(
    (words, index) => `<li id="${NOTE_ID}${index + 1}">${marked.parse(words) as string}</li>`,
  );
  const list = listed.length > 0 ? `<ol>${listed.join('')}</ol>` : '';
  return `${marked.parse(linked) as string}${list}`;
}

const NOTE_ID = 'markdown-note-';
