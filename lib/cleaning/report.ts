/** Where a clipboard's content was copied from, as far as its markup shows. */
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

/** What was kept in a paste, by kind. */
export interface Kept {
  headings: number;
  paragraphs: number;
  listItems: number;
  quotes: number;
  tables: number;
  footnotes: number;
  links: number;
  pictures: number;
  /** Words that a tracked change inserted. */
  insertions: number;
}

/** What was removed from a paste, by kind. */
export interface Removed {
  styles: number;
  smartTags: number;
  advertisements: number;
  furniture: number;
  trackers: number;
  emptyParagraphs: number;
  hidden: number;
  /** Private comments on the text. */
  comments: number;
  /** Words that a tracked change deleted. */
  deletions: number;
}

/** A report of what a paste kept and removed. */
export interface PasteReport {
  source: PasteSource;
  kept: Kept;
  removed: Removed;
  /** What was too much: the formatting, so that only the words were kept, or the text, so that nothing was. */
  excess: 'formatting' | 'text' | null;
}

/** A picture as the clipboard describes it. */
export interface PastedPicture {
  /** `data:`, `blob:` or `http(s):`; null when it is a file on the author's machine and cannot be read. */
  address: string | null;
  alt: string;
  caption: string;
  credit: string;
}

/** Returns the counts of a paste of which nothing was kept. */
export function noneKept(): Kept {
  return {
    headings: 0,
    paragraphs: 0,
    listItems: 0,
    quotes: 0,
    tables: 0,
    footnotes: 0,
    links: 0,
    pictures: 0,
    insertions: 0,
  };
}

/** Returns a report with all counts at zero. */
export function newRemoved(): Removed {
  return {
    styles: 0,
    smartTags: 0,
    advertisements: 0,
    furniture: 0,
    trackers: 0,
    emptyParagraphs: 0,
    hidden: 0,
    comments: 0,
    deletions: 0,
  };
}

/** Counts the elements of clean markup by kind. */
export function keptIn(root: ParentNode): Omit<Kept, 'insertions'> {
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
