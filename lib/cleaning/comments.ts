import { isBlock, isElement, rawStyle, unwrap, wordsOf } from './elements';
import type { Removed } from './report';

/** Names of elements that are comments or deleted words in the formats of word processors. */
const COMMENT_TAGS = 'comment, w\\:comment, office\\:annotation';
/** Classes of Word's comments: `MsoCommentText`, `msocomtxt`, `msocomanchor`, `msocomoff` and others. */
const COMMENT_CLASS = '[class*="msocom" i]';
const DELETED =
  'del[cite], del[datetime], .msoDel, [class*="TrackChangeTextDeletion"], w\\:del, text\\:tracked-changes';
const INSERTED = 'ins[cite], ins[datetime], [class*="TrackChangeTextInsertion"]';

/** Names at the ends of the links between words and the comment on them; mail programs put more before them. */
const OF_REFERENCE = /(?:cmnt_ref|_msoanchor_)(\d+)$/;
const OF_COMMENT = /(?:cmnt|_msocom_)(\d+)$/;

/**
 * Removes private comments in every form of Google Docs and Word: the sign in the text and the comment itself, in
 * its place at the end or, if only a part was copied, without the other half.
 */
export function removeComments(root: HTMLElement, removed: Removed): void {
  const numbers = new Set<string>();
  const links = [...root.querySelectorAll<HTMLElement>('a')];
  for (const link of links) {
    const number = commentBehind(link);
    if (number === null) continue;
    numbers.add(number);
    for (const part of wholeComment(link, root)) part.remove();
  }
  for (const link of links) {
    const number = commentAt(link);
    if (number === null) continue;
    numbers.add(number);
    if (root.contains(link)) signAround(link).remove();
  }
  removed.comments += Math.max(numbers.size, dropMarked(root));
}

/** Removes comments that a style, a class or the name of an element marks. @returns how many. */
function dropMarked(root: HTMLElement): number {
  const styled = [...root.querySelectorAll<HTMLElement>('[style*="comment" i]')].filter((element) =>
    /mso-(element|special-character):comment/.test(rawStyle(element)),
  );
  let count = 0;
  for (const element of [...styled, ...root.querySelectorAll(`${COMMENT_CLASS}, ${COMMENT_TAGS}`)]) {
    if (!root.contains(element)) continue;
    if (wordsOf(element)) count += 1;
    element.remove();
  }
  return count;
}

/** Removes what tracked changes deleted, and keeps what they inserted. @returns how many insertions were kept. */
export function settleChanges(root: HTMLElement, removed: Removed): number {
  for (const element of root.querySelectorAll<HTMLElement>(DELETED)) {
    if (!root.contains(element)) continue;
    if (wordsOf(element)) removed.deletions += 1;
    element.remove();
  }
  const inserted = [...root.querySelectorAll(INSERTED)];
  const outermost = inserted.filter(({ parentElement }) => !parentElement?.closest(INSERTED));
  for (const element of inserted) if (element.localName === 'ins') unwrap(element);
  return outermost.length;
}

/** Returns the number of the comment that begins at a link; null if none does. */
function commentBehind(link: Element): string | null {
  return numberIn(OF_REFERENCE, hrefOf(link)) ?? namesOf(link).map(commentNumber).find(Boolean) ?? null;
}

/** Returns the number of the comment that a sign in the text leads to; null if it is no such sign. */
function commentAt(link: Element): string | null {
  const named = namesOf(link).map((name) => numberIn(OF_REFERENCE, name));
  return commentNumber(hrefOf(link)) ?? named.find(Boolean) ?? null;
}

function commentNumber(name: string): string | null {
  return OF_REFERENCE.test(name) ? null : numberIn(OF_COMMENT, name);
}

function numberIn(pattern: RegExp, name: string): string | null {
  return pattern.exec(name)?.[1] ?? null;
}

/** Returns where a link leads in its page; empty if it leads to another. */
function hrefOf(link: Element): string {
  const href = link.getAttribute('href') ?? '';
  const at = href.indexOf('#');
  return at < 0 ? '' : href.slice(at);
}

function namesOf(link: Element): string[] {
  return [link.getAttribute('name') ?? '', link.getAttribute('id') ?? ''].filter(Boolean);
}

/** Returns the sign of a comment with what is only around it, such as its raised letter. */
function signAround(link: HTMLElement): HTMLElement {
  let sign = link;
  for (let parent = link.parentElement; parent; parent = parent.parentElement) {
    if (!['sup', 'span', 'font', 'b', 'i'].includes(parent.localName)) break;
    if (wordsOf(parent) !== wordsOf(link)) break;
    sign = parent;
  }
  return sign;
}

/**
 * Returns the parts of a comment that begins with a link: its box, or its paragraph and those after it. Comments
 * are at the end of a text, and only the first paragraph of each has the link.
 */
function wholeComment(link: HTMLElement, root: HTMLElement): ChildNode[] {
  const box = link.closest<HTMLElement>('div, li, aside, section');
  if (box && box !== root && root.contains(box) && isOnlyComments(box, link)) return [box];
  const paragraph = link.closest<HTMLElement>('p, h1, h2, h3, h4, h5, h6, li');
  if (!paragraph || !root.contains(paragraph) || !isFirstIn(paragraph, link)) return restOfLine(link);
  const parts: ChildNode[] = [paragraph];
  for (let next = paragraph.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.localName !== 'p' || next.querySelector('a[id], a[name]')) break;
    parts.push(next);
  }
  return parts;
}

/** Returns the sign of a comment and the words after it in its line, for markup without paragraphs. */
function restOfLine(link: HTMLElement): ChildNode[] {
  const sign = signAround(link);
  const parts: ChildNode[] = [sign];
  for (let next = sign.nextSibling; next; next = next.nextSibling) {
    if (isElement(next) && isBlock(next)) break;
    parts.push(next);
    if (isElement(next) && next.localName === 'br') break;
  }
  return parts;
}

/** Whether a box begins with the sign of a comment and has no sign of a footnote or of a place in the text. */
function isOnlyComments(box: HTMLElement, link: HTMLElement): boolean {
  if (!isFirstIn(box, link)) return false;
  return [...box.querySelectorAll('a[href*="#"]')].every((other) => commentBehind(other) !== null);
}

/** After so many nodes, a link is not first; every link of a crowded line asks. */
const MOST_BEFORE = 50;

/** Whether no words are before a link in an element. */
export function isFirstIn(element: HTMLElement, link: HTMLElement): boolean {
  let steps = 0;
  for (let node: Node | null = link; node && node !== element; node = node.parentNode) {
    for (let before = node.previousSibling; before; before = before.previousSibling) {
      steps += 1;
      if (steps > MOST_BEFORE || wordsOf(before)) return false;
    }
  }
  return true;
}

/** A line of a comment in Google's plain text: its letter in brackets, directly before its words. */
const TEXT_COMMENT = /^\[([a-z]{1,2})\](?=[^\s([:])/;
const TEXT_SIGN = /\[([a-z]{1,2})\]/g;

/**
 * Removes the comments that Google Docs adds to a plain text: lettered lines at the end, whose letters are in the
 * text before them.
 */
export function withoutTextComments(text: string): { text: string; comments: number } {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => TEXT_COMMENT.exec(line)?.[1] === 'a');
  if (first < 1) return { text, comments: 0 };
  const letters = new Set(lines.slice(first).flatMap((line) => TEXT_COMMENT.exec(line)?.[1] ?? []));
  const before = lines.slice(0, first).join('\n');
  const signs = new Set([...before.matchAll(TEXT_SIGN)].map(([, letter]) => letter));
  if (![...letters].every((letter) => signs.has(letter))) return { text, comments: 0 };
  const kept = before.replace(TEXT_SIGN, (sign, letter: string) => (letters.has(letter) ? '' : sign));
  return { text: kept.trimEnd(), comments: letters.size };
}

/** Returns the words of markup that was not cleaned, without comments, deletions, scripts and styles. */
export function wordsWithoutComments(root: HTMLElement, removed: Removed): string {
  removeComments(root, removed);
  settleChanges(root, removed);
  for (const element of root.querySelectorAll('script, style, template')) element.remove();
  return root.textContent ?? '';
}
