import type { BodyMark, BodyNode } from '@/lib/document/types';
import type { WrittenField } from '@/lib/posts/fields';
import type { Writing } from '@/lib/posts/types';

/** The kind of a piece of a line: text, the reference and text of a note, the edge of a table cell. */
export type PieceRole = 'text' | 'note' | 'noteMark' | 'cellEdge' | 'lineBreak' | 'object';

/** The formatting of words: their role and their marks. */
export interface Setting {
  role: PieceRole;
  marks: BodyMark[];
}

/** A word, a space or a sign. Equal words in the same setting share one token: see Lexicon. */
export interface Token {
  setting: Setting;
  text: string;
  key: number;
  /** False for spaces and signs, which alone do not separate two changes. */
  isWord: boolean;
}

/** The kind of a line in a block: it decides how the line looks and what it is called. */
export type LineRole =
  | 'paragraph'
  | 'heading'
  | 'subheading'
  | 'pullQuote'
  | 'code'
  | 'tableRow'
  | 'picture'
  | 'rule'
  | 'field'
  | 'unknown';

/** One line of a text as the comparison shows it. */
export interface Line {
  role: LineRole;
  /** The lists and quotes around it, from the outside in. */
  within: string[];
  /** Its marker in a list: `•`, `1.`, `☑`. */
  marker: string;
  /** The name of a field, such as `caption`. */
  field: string;
  /** The id of a picture, audio file or video. */
  mediaId: string | null;
  tokens: Token[];
  key: string;
}

export type Change = 'same' | 'removed' | 'added' | 'changed';

/** Consecutive words with the same change and setting. */
export interface Piece extends Setting {
  text: string;
  change: Exclude<Change, 'changed'>;
}

/** A line of the left text and the line of the right that it became. */
export interface LinePair {
  left: Line | null;
  right: Line | null;
  change: Change;
  /** The words of both in reading order: `removed` are only on the left. */
  pieces: Piece[];
}

/** The place of a row: the body, or another field of a text. */
export type Place = WrittenField;

/** A block or a field of the left text and its match on the right: one choice covers both. */
export interface Row {
  id: string;
  place: Place;
  change: Change;
  /** The blocks; null where this side has none, and in rows of other fields. */
  left: BodyNode | null;
  right: BodyNode | null;
  lines: LinePair[];
  /** The same block is elsewhere in the other text, word for word. */
  isMoved: boolean;
}

/** Two texts side by side. */
export interface Comparison {
  left: Writing;
  right: Writing;
  rows: Row[];
}
