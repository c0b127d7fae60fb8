import { isElement, wordsOf } from './elements';

/** A note reference: a number in any digits, a letter or a printer's mark. */
const SIGN = /^[[(]?(\d{1,3}|[\u17e0-\u17e9]{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?$/i;
const LONGEST_NOTE = 4000;
const NOTE =
  '[style*="mso-element:footnote" i]:not([style*="footnote-list" i]), [style*="mso-element:endnote" i]:not([style*="endnote-list" i]), div[id^="sdfootnote"], div[id^="sdendnote"], li';

/**
 * Converts footnotes. Every program writes them as pairs of links: a reference in the text links to the note,
 * and the sign before the note links back. Each note moves to the place of its reference.
 */
export function gatherNotes(root: HTMLElement): void {
  const anchors = anchorsOf(root);
  const emptied = new Set<HTMLElement>();
  for (const link of root.querySelectorAll<HTMLElement>('a[href*="#"]')) {
    if (!root.contains(link) || !SIGN.test(wordsOf(link))) continue;
    const target = anchors.get(fragmentOf(link));
    const note = target && noteAround(target, root);
    if (!target || !note || note.contains(link)) continue;
    const text = noteText(note);
    if (!text) continue;
    placeNote(link, text);
    if (note.parentElement) emptied.add(note.parentElement);
    removeNote(note);
  }
  for (const container of emptied) removeContainer(container);
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
  const whole = target.closest<HTMLElement>(NOTE) ?? target.closest<HTMLElement>('p, div');
  if (!whole || whole === root || !root.contains(whole)) return null;
  return whole;
}

/** Returns the text of a note without its back links. */
function noteText(note: HTMLElement): string {
  const copy = note.cloneNode(true) as HTMLElement;
  for (const link of copy.querySelectorAll('a[href*="#"]')) {
    if (SIGN.test(wordsOf(link)) || /^(\s|↩|⤴|\^|↑|\ufe0e)*$/u.test(link.textContent ?? '')) link.remove();
  }
  for (const back of copy.querySelectorAll('.mw-cite-backlink')) back.remove();
  return wordsOf(copy)
    .replace(/^[\d\u17e0-\u17e9]{1,3}[.)]?\s+/, '')
    .slice(0, LONGEST_NOTE);
}

function placeNote(link: HTMLElement, text: string): void {
  const sign = link.ownerDocument.createElement('sup');
  sign.setAttribute('data-footnote', text);
  let place: HTMLElement = link;
  for (let parent = link.parentElement; parent; parent = parent.parentElement) {
    if (!['sup', 'span', 'font', 'b', 'i'].includes(parent.localName)) break;
    if (wordsOf(parent) !== wordsOf(link)) break;
    place = parent;
  }
  place.replaceWith(sign);
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
