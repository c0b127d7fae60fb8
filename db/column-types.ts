/*
 * What columns hold that are more than text and numbers. Nothing here is left at run time, so any part
 * of the program may name these types.
 */

/** The languages that a publication can be written and read in; lib/language/languages.ts describes each. */
export type LanguageCode = 'en' | 'km';

/** The same words in one or more languages: `{ en: 'Topics', km: 'ប្រធានបទ' }`. */
export type LocalText = Partial<Record<LanguageCode, string>>;

/** A mark on a run of text, as ProseMirror keeps it. */
export interface BodyMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** A node of a body, as ProseMirror keeps it. */
export interface BodyNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: BodyNode[];
  marks?: BodyMark[];
  text?: string;
  [key: string]: unknown;
}

/** The text of a post: a ProseMirror document. Only `parseBody` makes one out of something unknown. */
export interface Body extends BodyNode {
  type: 'doc';
}

/** A file of a picture at one size and in one format. */
export interface Rendition {
  file: string;
  widthPx: number;
  heightPx: number;
  mime: string;
  bytes: number;
}

/** One name in a byline. */
export interface BylineEntry {
  authorId: number;
  /** The name as printed. */
  name: string;
}

/** Where a republished piece comes from. `publishedOn` is the day printed there, `2022-11-02`, or empty. */
export interface Source {
  publication: string;
  url: string;
  authors: string[];
  publishedOn: string;
  agency: string;
  rights: string;
}

/** What one text says of its lead picture; where it says nothing, the library speaks. */
export interface LeadWords {
  alt: string;
  caption: string;
  credit: string;
}
