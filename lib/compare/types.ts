import type { BodyMark, BodyNode } from '@/lib/document/types';
import type { WrittenField } from '@/lib/posts/fields';
import type { Writing } from '@/lib/posts/types';

/** What a piece of a line is, beside words: the mark and text of a note, the edge of a table's cell. */
export type PieceRole = 'text' | 'note' | 'noteMark' | 'cellEdge' | 'lineBreak' | 'object';

/** How words are set: their role and their marks. */
export interface Setting {
  role: PieceRole;
  marks: BodyMark[];
}

/** A word, a space or a sign. There is one token for all equal words set alike: see Lexicon. */
export interface Token {
  setting: Setting;
  text: string;
  key: number;
  /** False for spaces and signs, which alone are no reason to keep two changes apart. */
  isWord: boolean;
}

/** What a line of a block is: it says how the line looks and what it is called. */
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
  /** Lists and quotes around it, from outside in. */
  within: string[];
  /** What stands before it in a list: `•`, `1.`, `☑`. */
  marker: string;
  /** For a field: which one, such as `caption`. */
  field: string;
  /** For a picture, a sound or a film: which one. */
  mediaId: string | null;
  tokens: Token[];
  key: string;
}

export type Change = 'same' | 'removed' | 'added' | 'changed';

/** Words in a row that share a fate and a setting. */
export interface Piece extends Setting {
  text: string;
  change: Exclude<Change, 'changed'>;
}

/** A line of the left text beside the one of the right that it became. */
export interface LinePair {
  left: Line | null;
  right: Line | null;
  change: Change;
  /** The words of both, in an order that reads: `removed` are the left one's alone. */
  pieces: Piece[];
}

/** Where a row stands: in the body, or in one of the other fields of a text. */
export type Place = WrittenField;

/** A block, or a field, of the left text beside the one of the right: what is chosen as one. */
export interface Row {
  id: string;
  place: Place;
  change: Change;
  /** The blocks themselves; null where this side has none, and in rows of other fields. */
  left: BodyNode | null;
  right: BodyNode | null;
  lines: LinePair[];
  /** It stands elsewhere in the other text, word for word. */
  isMoved: boolean;
}

/** Two texts side by side. */
export interface Comparison {
  left: Writing;
  right: Writing;
  rows: Row[];
}
