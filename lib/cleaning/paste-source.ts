import type { PasteSource } from './report';

/** The marks by which programs are known, the surest first. */
const MARKS: [PasteSource, RegExp][] = [
  ['googleDocs', /docs-internal-guid-/],
  ['wordOnline', /\bSCXW\d|class="[^"]*\b(TextRun|OutlineElement)\b/],
  ['word', /urn:schemas-microsoft-com:office:word|class="?Mso[A-Z]|content="?Microsoft Word/],
  ['libreOffice', /name="?generator"? content="?(LibreOffice|OpenOffice)/i],
  ['pages', /Cocoa HTML Writer|Apple-converted-space|<p class="p\d+"/],
  ['ghost', /class="[^"]*\bkg-(card|blockquote-alt|image|bookmark)/],
  ['wordPress', /<!-- wp:|class="[^"]*\bwp-(block|caption|image)|\[caption[ \]]/],
  [
    'telegram',
    /data-entity-type="MessageEntity|translatable-message|class="[^"]*\btgme_|text-content clearfix/,
  ],
];

/** The program that a piece of HTML was copied from; `web` when it bears no program's mark. */
export function pasteSourceOf(html: string): PasteSource {
  return MARKS.find(([, mark]) => mark.test(html))?.[0] ?? 'web';
}
