/*
 * Types of columns that hold more than text and numbers. Nothing here exists at run time, so any part of the
 * program may import these types.
 */

/** The languages for writing and reading a publication; lib/language/languages.ts describes each. */
export type LanguageCode = 'en' | 'km';

/** The same text in one or more languages: `{ en: 'Topics', km: 'ប្រធានបទ' }`. */
export type LocalText = Partial<Record<LanguageCode, string>>;

/** A link with its words. Its address is a path of this site (`/about`) or a whole web address. */
export interface NamedLink {
  label: LocalText;
  path: string;
}

/** A mark on a run of text, as ProseMirror stores it. */
export interface BodyMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** A node of a body, as ProseMirror stores it. */
export interface BodyNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: BodyNode[];
  marks?: BodyMark[];
  text?: string;
  [key: string]: unknown;
}

/** The text of a post: a ProseMirror document. Only `parseBody` creates one from unknown data. */
export interface Body extends BodyNode {
  type: 'doc';
}

/** A file of a picture in one size and format. */
export interface Rendition {
  file: string;
  widthPx: number;
  heightPx: number;
  mime: string;
  bytes: number;
  /** Of the file as it was stored; earlier versions did not record it. */
  sha256?: string;
}

/** A file as it was stored, which nobody is sent. */
export type StoredFile = Required<Pick<Rendition, 'file' | 'bytes' | 'sha256'>>;

/** The size of a picture, in pixels. */
export interface PictureSize {
  widthPx: number;
  heightPx: number;
}

/** A part of a picture, in pixels from its top left corner. */
export interface PictureArea extends PictureSize {
  leftPx: number;
  topPx: number;
}

/** How a picture is shown that is not shown as it was uploaded: its original is turned first, then cropped. */
export interface PictureEdit {
  /** Quarter turns clockwise, 0 to 3. */
  turns: number;
  /** The part of the turned original that is kept. */
  area: PictureArea;
  /** The size of the original, before it is turned. */
  original: PictureSize;
}

/** One name in a byline. */
export interface BylineEntry {
  authorId: number;
  /** The name as printed. */
  name: string;
}

/** The source of a republished piece. `publishedOn` is the day printed there, `2022-11-02`, or empty. */
export interface Source {
  publication: string;
  url: string;
  authors: string[];
  publishedOn: string;
  agency: string;
  rights: string;
}

/** A text's own words for its lead picture; where they are empty, the library's words are used. */
export interface LeadWords {
  alt: string;
  caption: string;
  credit: string;
}
