import { isFirstIn } from './comments';
import { isBlock, isElement, wordsOf } from './elements';
import { contentOfNote, type NoteContent } from './note-runs';

/** A note reference: a number in any digits, a letter or a printer's mark. */
const SIGN = /^[[(]?(\d{1,3}|[\u17e0-\u17e9]{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?$/i;
const NOTE =
  '[style*="mso-element:footnote" i]:not([style*="footnote-list" i]), [style*="mso-element:endnote" i]:not([style*="endnote-list" i]), div[id^="sdfootnote"], div[id^="sdendnote"], li';

/**
 * Converts footnotes. Every program writes them as pairs of links: a reference in the text links to the note,
 * and the sign before the note links back. Each note moves to the place of its reference; a further reference to it,
 * or to the place of the first, is marked as one.
 */
export function gatherNotes(root: HTMLElement): void {
  const anchors = anchorsOf(root);
  const emptied = new Set<HTMLElement>();
  const gathered = new Map<HTMLElement, NoteContent>();
  for (const link of root.querySelectorAll<HTMLElement>('a[href*="#"]')) {
    if (!root.contains(link) || !SIGN.test(wordsOf(link))) continue;
    const target = anchors.get(fragmentOf(link));
    if (!target) continue;
    const known = gathered.get(target) ?? noteReferredAt(target, gathered);
    if (known) {
      placeNote(link, known).setAttribute('data-again', '');
      continue;
    }
    const note = noteAround(target, root);
    if (!note || note.contains(link)) continue;
    const content = noteContent(note, signOf(link));
    if (!content) continue;
    gathered.set(target, content).set(placeNote(link, content), content);
    if (note.parentElement) emptied.add(note.parentElement);
    removeNote(note);
  }
  for (const container of emptied) removeContainer(container);
}

/** Returns the note of the reference at a bookmark, to which Word’s further references lead. */
function noteReferredAt(
  bookmark: HTMLElement,
  gathered: Map<HTMLElement, NoteContent>,
): NoteContent | undefined {
  const { nextElementSibling: next } = bookmark;
  const isBefore = next?.hasAttribute('data-footnote') && bookmark.nextSibling === next;
  const sign = bookmark.querySelector<HTMLElement>('sup[data-footnote]') ?? (isBefore ? next : null);
  return sign && !isBlock(bookmark) ? gathered.get(sign as HTMLElement) : undefined;
}

/** Returns the sign of a reference without brackets. */
function signOf(link: HTMLElement): string {
  return SIGN.exec(wordsOf(link))?.[1] ?? '';
}

function anchorsOf(root: HTMLElement): Map<string, HTMLElement> {
  const anchors = new Map<string, HTMLElement>();
  for (const element of root.querySelectorAll<HTMLElement>('[id], a[name]')) {
    for (const name of [element.getAttribute('name'), element.getAttribute('id')]) {
      if (name && !anchors.has(name)) anchors.set(name, element);
    }
  }
  return anchors;
}

function fragmentOf(link: Element): string {
  const fragment = (link.getAttribute('href') ?? '').split('#').at(-1) ?? '';
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    // Some programs write a bare % into fragments; then the fragment is used as written.
    if (error instanceof URIError) return fragment;
    throw error;
  }
}

/** Returns the element with the whole note; null when the target is the reference in the text. */
function noteAround(target: HTMLElement, root: HTMLElement): HTMLElement | null {
  const whole =
    target.closest<HTMLElement>(NOTE) ?? googleBox(target) ?? target.closest<HTMLElement>('p, div');
  if (!whole || whole === root || !root.contains(whole)) return null;
  // A paragraph with references is a part of the text.
  return whole.querySelector('sup[data-footnote]') ? null : whole;
}

/** Returns the box in which Google Docs puts all paragraphs of a note. */
function googleBox(target: HTMLElement): HTMLElement | null {
  const box = /^ftnt\d+$/.test(target.id) ? target.closest('div') : null;
  return box?.querySelectorAll('[id^="ftnt"]').length === 1 ? box : null;
}

/** What links back to the text where there is no number. */
const ARROW = /^(\s|↩|⤴|\^|↑|\ufe0e)*$/u;

/** Returns the content of a note without its links back; a number further on refers to another note. */
function noteContent(note: HTMLElement, sign: string): NoteContent | null {
  const copy = note.cloneNode(true) as HTMLElement;
  let hasSign = note.localName === 'li';
  for (const back of copy.querySelectorAll('.mw-cite-backlink')) back.remove();
  for (const link of copy.querySelectorAll<HTMLElement>('a[href*="#"]')) {
    const isNumber = SIGN.test(wordsOf(link)) && isFirstIn(copy, link);
    if (isNumber || ARROW.test(link.textContent ?? '')) link.remove();
    hasSign ||= isNumber;
  }
  return contentOfNote(copy, hasSign ? null : sign);
}

function placeNote(link: HTMLElement, { text, paragraphs }: NoteContent): HTMLElement {
  const sign = link.ownerDocument.createElement('sup');
  sign.setAttribute('data-footnote', text);
  if (paragraphs) sign.setAttribute('data-paragraphs', paragraphs);
  let place: HTMLElement = link;
  for (let parent = link.parentElement; parent; parent = parent.parentElement) {
    if (!['sup', 'span', 'font', 'b', 'i'].includes(parent.localName)) break;
    if (wordsOf(parent) !== wordsOf(link)) break;
    place = parent;
  }
  place.replaceWith(sign);
  return sign;
}

/** Removes a note, and the line above it if nothing else is below that. */
function removeNote(note: HTMLElement): void {
  const { previousElementSibling } = note;
  note.remove();
  if (previousElementSibling?.localName === 'hr' && !wordsAfter(previousElementSibling)) {
    previousElementSibling.remove();
  }
}

/** Removes what contained notes, if it is now empty. */
function removeContainer(container: HTMLElement): void {
  if (container.localName === 'body' || wordsOf(container)) return;
  const rule = container.previousElementSibling;
  if (container.querySelector('img, sup[data-footnote]')) return;
  container.remove();
  if (rule?.localName === 'hr' && !wordsAfter(rule)) rule.remove();
}

function wordsAfter(element: Element): boolean {
  for (let next: Node | null = element.nextSibling; next; next = next.nextSibling) {
    if ((isElement(next) || next.nodeType === 3) && wordsOf(next)) return true;
  }
  return false;
}
