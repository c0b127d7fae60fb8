import { isBlock, isElement, isText, wordsOf } from './elements';
import type { Removed } from './report';

/** Parts of class names and ids that mark advertisements and other content outside the text. */
const ADVERT = new Set(
  'ad ads advert adverts advertisement advertising adslot adunit adsbygoogle dfp gpt sponsor sponsored taboola outbrain'.split(
    ' ',
  ),
);
const FURNITURE = new Set(
  'share shares sharing sharebar sharedaddy addtoany social socials related relatedposts recirc recommended recommendations newsletter newsletters signup subscribe subscription paywall comments disqus breadcrumb breadcrumbs trending mostread readmore toolbar cookie cookies'.split(
    ' ',
  ),
);
/** An element with a larger share of the words is the text itself, whatever its class name. */
const LARGEST_SHARE = 0.4;
/** A longer line is text. */
const LONGEST_LINE = 200;

const ADVERT_LINE =
  /^(advertisement|advertising|advert|ads?|sponsored( content)?|paid content|publicité|anzeige|(story|article) continues (below|after)( this)?( ad(vertisement)?)?|continue reading (below|the main story)|skip (past )?(advertisement|ad)|(ការ)?ផ្សាយពាណិជ្ជកម្ម)[.:]?$/i;
const FURNITURE_LINE =
  /^(share( this)?( (article|story|page|post))?(:|[\s|·•,/]|\b(on|via|with|facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|messenger|line|pinterest|print|copy link|tweet)\b)*|tweet this|follow us (on|at) .{1,80}|((sign|sign me) up|subscribe|register) (for|to) .{0,80}newsletter.{0,80}|skip (past )?newsletter promotion|after newsletter promotion|enlarge this image|(toggle|hide) caption|ចែករំលែក(លើ|៖|:|[\s,]|facebook|telegram|twitter)*|អានបន្ត)$/iu;
const SHARES =
  /(facebook\.com\/(sharer|share|dialog)|(twitter|x)\.com\/(intent|share)|wa\.me\/\?|whatsapp:|whatsapp\.com\/send|t\.me\/share|telegram\.me\/share|linkedin\.com\/share|pinterest\.[a-z]{2,3}(\.[a-z]{2})?\/pin\/create|reddit\.com\/submit|line\.me\/R\/|^mailto:\?|^fb-messenger:)/i;
const LEADS_ELSEWHERE =
  /^(read (more|also|next)|also read|related( articles?| stories| coverage)?|more on this( story)?|see also|don.t miss|recommended|អានបន្ថែម|អត្ថបទពាក់ព័ន្ធ|អត្ថបទទាក់ទង)\s*[:：៖–-]?/i;
const GLUED_END =
  /(?:Advertisement|ADVERTISEMENT|Advertising|Publicité|(?:ការ)?ផ្សាយពាណិជ្ជកម្ម|(?:Article|Story) continues (?:below|after)[^.]{0,30})[.:]?$/;
const ENDS_SENTENCE = /[.!?…”"’»)។៕]$/;
/** No label is longer. */
const LONGEST_LABEL = 60;
const GLUED_LABEL = /^[\s\u00a0]*(Advertisement|ADVERTISEMENT|(ការ)?ផ្សាយពាណិជ្ជកម្ម)[\s\u00a0]*$/;
const GLUED_START = /^[\s\u00a0]*(Advertisement|ADVERTISEMENT)(?=[A-Z“‘"])/;

/** Removes advertisements, share buttons, related links and newsletter forms. */
export function removeBoilerplate(root: HTMLElement, removed: Removed): void {
  const all = lengthOf(root);
  for (const element of root.querySelectorAll<HTMLElement>('[class], [id], ins')) {
    const kind = root.contains(element) ? kindOf(element) : null;
    if (!kind || lengthOf(element) > all * LARGEST_SHARE) continue;
    if (element.querySelector('h1') || element.localName === 'figure') continue;
    removed[kind] += 1;
    element.remove();
  }
  for (const block of root.querySelectorAll<HTMLElement>('p, div, span, ul, ol, h2, h3, h4, h5, h6, aside')) {
    if (root.contains(block)) dropLine(block, removed);
  }
  unglue(root, removed);
}

/** Counts with the spaces as written: this is asked of every level of a page. */
function lengthOf(element: Element): number {
  return element.textContent?.length ?? 0;
}

function kindOf(element: HTMLElement): 'advertisements' | 'furniture' | null {
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/);
  if (parts.some((part) => ADVERT.has(part))) return 'advertisements';
  return parts.some((part) => FURNITURE.has(part)) ? 'furniture' : null;
}

function dropLine(block: HTMLElement, removed: Removed): void {
  if (lengthOf(block) > LONGEST_LINE * 20 || block.querySelector('img, sup[data-footnote]')) return;
  const words = wordsOf(block);
  if (!words || words.length > LONGEST_LINE || block.closest('td, th')) return;
  // A span between words is part of them; only a span without other words around it is a line.
  if (block.localName === 'span' && !isAlone(block)) return;
  const kind =
    lineKind(words) ?? (leadsElsewhere(block, words) || onlyShares(block, words) ? 'furniture' : null);
  if (!kind) return;
  removed[kind] += 1;
  block.remove();
}

/** Whether there are no other words next to an element. */
function isAlone(element: Element): boolean {
  const { parentElement } = element;
  return (
    !parentElement || !(hasWordsFrom(element, 'previousSibling') || hasWordsFrom(element, 'nextSibling'))
  );
}

function hasWordsFrom(element: Element, direction: 'previousSibling' | 'nextSibling'): boolean {
  for (let node = element[direction]; node; node = node[direction])
    if ((isText(node) || isElement(node)) && wordsOf(node)) return true;
  return false;
}

/** Returns what kind of boilerplate a separate line is; null when it is part of the text. */
export function lineKind(words: string): 'advertisements' | 'furniture' | null {
  if (words.length > LONGEST_LINE) return null;
  if (ADVERT_LINE.test(words)) return 'advertisements';
  return FURNITURE_LINE.test(words) ? 'furniture' : null;
}

/** Whether a block is only “Read more:” and a link. */
function leadsElsewhere(block: HTMLElement, words: string): boolean {
  const label = LEADS_ELSEWHERE.exec(words)?.[0];
  const links = [...block.querySelectorAll('a[href]')];
  if (!label || links.length === 0) return false;
  const linked = links.map(wordsOf).join(' ').trim();
  const beside = words.replace(linked, '').trim();
  return beside === '' || label.trim().startsWith(beside) || beside === label.trim();
}

/** Whether a block contains only share links. */
function onlyShares(block: HTMLElement, words: string): boolean {
  const links = [...block.querySelectorAll('a[href]')];
  if (links.length === 0 || !links.every((link) => SHARES.test(link.getAttribute('href') ?? '')))
    return false;
  const linked = links.map(wordsOf).join('').length;
  return words.length - linked <= links.length * 3;
}

/** Removes the “Advertisement” that copying a whole page joins to the end of the previous paragraph. */
function unglue(root: HTMLElement, removed: Removed): void {
  for (const child of root.childNodes) {
    if (!isText(child)) {
      unglue(child as HTMLElement, removed);
      continue;
    }
    const clean = isGluedLabel(child) ? '' : withoutGluedWords(child.nodeValue ?? '');
    if (clean === child.nodeValue) continue;
    removed.advertisements += 1;
    child.nodeValue = clean;
  }
}

/** Whether a label is a separate text at the end of a paragraph, after other elements. */
function isGluedLabel(text: Text): boolean {
  if (!GLUED_LABEL.test(text.nodeValue ?? '')) return false;
  const block = text.parentElement;
  return Boolean(block && isBlock(block) && block.lastChild === text);
}

/** Returns a text without an advertisement label at its beginning or end. */
export function withoutGluedWords(text: string): string {
  return withoutGluedEnd(text).replace(GLUED_START, '');
}

function withoutGluedEnd(text: string): string {
  const trimmed = text.trimEnd();
  const label = GLUED_END.exec(trimmed.slice(-LONGEST_LABEL))?.[0];
  if (!label) return text;
  const before = trimmed.slice(0, -label.length).trimEnd();
  return ENDS_SENTENCE.test(before.slice(-1)) ? before : text;
}
