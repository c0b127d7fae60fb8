import { plainCards } from './cards';
import { rawStyle, unwrap } from './elements';
import { removeForeignMarkup, styleToElements, unwrapGoogle } from './foreign-markup';
import { removeBoilerplate } from './furniture';
import { mapHeadings, markHeadings } from './headings';
import { areBlocksTooDeep } from './limits';
import { cleanLinks } from './links';
import { gatherNotes } from './notes';
import { wordLists } from './office-lists';
import { gatherPictures } from './pictures';
import { plainBlocks } from './plain-blocks';
import {
  keptIn,
  newRemoved,
  noneKept,
  type PastedPicture,
  type PasteReport,
  type PasteSource,
} from './report';
import { tidySpaces } from './spaces';
import { mendLists } from './web-lists';

/** A paste ready for the schema, the pictures behind its marks, and a report of what was done. */
export interface Cleaned {
  html: string;
  /** In the order of their marks: one picture, or the pictures of a gallery. */
  pictures: PastedPicture[][];
  report: PasteReport;
  /** Whether its blocks are nested more deeply than a post may be. */
  isTooDeep: boolean;
}

/** Returns the result of a paste that is too long for a post. */
export function nothingOf(source: PasteSource): Cleaned {
  const report = { source, kept: noneKept(), removed: newRemoved(), excess: 'text' as const };
  return { html: '', pictures: [], report, isTooDeep: false };
}

/**
 * Cleans foreign markup. Works on `root` in place, which must belong to a document that is not shown: nothing
 * in it runs or loads. The result contains only known elements.
 */
export function cleanHtml(root: HTMLElement, source: PasteSource): Cleaned {
  const removed = newRemoved();
  dropWordsExtras(root);
  removeForeignMarkup(root, removed);
  unwrapGoogle(root);
  gatherNotes(root);
  plainCards(root, removed);
  markHeadings(root);
  wordLists(root);
  mendLists(root);
  styleToElements(root, removed);
  removeBoilerplate(root, removed);
  mapHeadings(root);
  const pictures = gatherPictures(root, removed);
  cleanLinks(root, removed);
  const clean = root.ownerDocument.createElement('div');
  clean.append(...plainBlocks(root, removed));
  tidySpaces(clean);
  const report = { source, kept: keptIn(clean), removed, excess: null };
  return { html: clean.innerHTML, pictures, report, isTooDeep: areBlocksTooDeep(clean) };
}

/** Removes Word's margin comments, tracked deletions and tables of contents. */
function dropWordsExtras(root: HTMLElement): void {
  for (const element of root.querySelectorAll<HTMLElement>('del[cite], del[datetime], .msocomanchor')) {
    element.remove();
  }
  for (const element of root.querySelectorAll<HTMLElement>('[style*="mso-element"]')) {
    if (/mso-element:comment/.test(rawStyle(element))) element.remove();
  }
  for (const line of root.querySelectorAll<HTMLElement>('p[class^="MsoToc"]')) line.remove();
  for (const added of root.querySelectorAll('ins[cite], ins[datetime]')) unwrap(added);
}
