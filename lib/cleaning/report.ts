/** Where a clipboard's content was copied, as far as its markup tells. */
export type PasteSource =
  | 'word'
  | 'wordOnline'
  | 'googleDocs'
  | 'libreOffice'
  | 'pages'
  | 'telegram'
  | 'wordPress'
  | 'ghost'
  | 'web'
  | 'markdown'
  | 'text';

/** What was kept of a paste, by kind. */
export interface Kept {
  headings: number;
  paragraphs: number;
  listItems: number;
  quotes: number;
  tables: number;
  footnotes: number;
  links: number;
  pictures: number;
}

/** What was left out of a paste, by kind. */
export interface Removed {
  styles: number;
  smartTags: number;
  advertisements: number;
  furniture: number;
  trackers: number;
  emptyParagraphs: number;
  hidden: number;
}

/** What pasting did. */
export interface PasteReport {
  source: PasteSource;
  kept: Kept;
  removed: Removed;
}

/** A picture as the clipboard told of it. */
export interface PastedPicture {
  /** `data:`, `blob:` or `http(s):`; null when it lies on the author's machine, out of reach. */
  address: string | null;
  alt: string;
  caption: string;
  credit: string;
}

/** A report that counts from nothing. */
export function newRemoved(): Removed {
  return {
    styles: 0,
    smartTags: 0,
    advertisements: 0,
    furniture: 0,
    trackers: 0,
    emptyParagraphs: 0,
    hidden: 0,
  };
}

/** Counts what clean markup holds. */
export function keptIn(root: ParentNode): Kept {
  const count = (selector: string) => root.querySelectorAll(selector).length;
  return {
    headings: count('h2, h3'),
    paragraphs: count('p') - count('li > p, td > p, th > p'),
    listItems: count('li'),
    quotes: count('blockquote'),
    tables: count('table'),
    footnotes: count('sup[data-footnote]'),
    links: count('a[href]'),
    pictures: count('figure'),
  };
}
