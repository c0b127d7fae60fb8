import { plainCards } from './cards';
import { removeComments, settleChanges } from './comments';
import { removeForeignMarkup, styleToElements, unwrapGoogle } from './foreign-markup';
import { removeBoilerplate } from './furniture';
import { mapHeadings, markHeadings } from './headings';
import { areBlocksTooDeep } from './limits';
import { cleanLinks } from './links';
import { gatherNotes } from './notes';
import { wordLists } from './office-lists';
import { gatherPictures } from './pictures';
import { holdsBlock, plainBlocks } from './plain-blocks';
import {
  keptIn,
  newRemoved,
  noneKept,
  type PastedPicture,
  type PasteReport,
  type PasteSource,
} from './report';
import { tidySpaces, trimLines, trimSource } from './spaces';
import { showVmlPictures } from './vml';
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
  removeComments(root, removed);
  const insertions = settleChanges(root, removed);
  for (const line of root.querySelectorAll('p[class^="MsoToc"]')) line.remove();
  showVmlPictures(root);
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
  const isPartOfLine = !holdsBlock(root);
  if (isPartOfLine) trimSource(root);
  const clean = root.ownerDocument.createElement('div');
  clean.append(...plainBlocks(root, removed));
  tidySpaces(clean);
  trimLines(clean, isPartOfLine);
  const report = { source, kept: { ...keptIn(clean), insertions }, removed, excess: null };
  return { html: clean.innerHTML, pictures, report, isTooDeep: areBlocksTooDeep(clean) };
}
