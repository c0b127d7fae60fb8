import type { LanguageCode } from '@/lib/language/languages';
import type { MediaFacts } from './media-facts';
import type { BodyNode } from './types';

/** What the renderer needs in addition to the body. */
export interface Rendering {
  media: Map<string, MediaFacts>;
  language: LanguageCode;
  /** Set for feeds: every address becomes absolute, and pictures have one file. No trailing slash. */
  absoluteBase?: string;
}

/** The direction in which a text is written. */
export type Direction = 'ltr' | 'rtl';

/** A footnote that was met in the text. */
export interface RenderedNote {
  /** The same for every reference to this note. */
  key: string;
  paragraphs: BodyNode[][];
  /** How many places of the text refer to it. */
  references: number;
}

/** What one rendering collects. */
export interface RenderState extends Rendering {
  footnotes: RenderedNote[];
  /** The direction of the text around what is rendered now. */
  direction: Direction;
}
