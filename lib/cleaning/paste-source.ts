import type { PasteSource } from './report';

/** Patterns that identify programs, the most certain first. */
const MARKS: [PasteSource, RegExp][] = [
  ['googleDocs', /docs-internal-guid-/],
  ['wordOnline', /\bSCXW\d|["\s](?:TextRun|OutlineElement)["\s]/],
  ['word', /urn:schemas-microsoft-com:office:word|class="?Mso[A-Z]|content="?Microsoft Word/],
  ['libreOffice', /name="?generator"? content="?(LibreOffice|OpenOffice)/i],
  ['pages', /Cocoa HTML Writer|Apple-converted-space|<p class="p\d+"/],
  ['ghost', /["\s]kg-(?:card|blockquote-alt|image|bookmark)/],
  ['wordPress', /<!-- wp:|["\s]wp-(?:block|caption|image)|\[caption[ \]]/],
  ['telegram', /data-entity-type="MessageEntity|translatable-message|["\s]tgme_|text-content clearfix/],
];

/** Returns the program that HTML was copied from; `web` when no program is recognised. */
export function pasteSourceOf(html: string): PasteSource {
  return MARKS.find(([, mark]) => mark.test(html))?.[0] ?? 'web';
}
