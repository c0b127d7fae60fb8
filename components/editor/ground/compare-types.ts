import type { ComponentType, RefObject } from 'react';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { LanguageCode } from '@/lib/language/languages';
import type { Writing } from '@/lib/posts/types';
import type { LabelledItem } from './editor-types';

/** One of two texts, with what its reader needs to know of it. */
export interface ComparedText {
  writing: Writing;
  /** What it is, such as `Yours, in this browser`. */
  label: string;
  /** Who wrote it; empty when that is not known. */
  who: string;
  /** Epoch ms; null when that is not known. */
  at: number | null;
}

/** What a comparison shows, and what it is asked to choose. */
export interface CompareProps {
  left: ComparedText;
  right: ComparedText;
  /** The text that both began from, if it is known: then only what both changed is left to decide. */
  base?: Writing;
  /** The language of the post, in which the texts are set. */
  language: LanguageCode;
  topics: LabelledItem[];
  /** The pictures of both texts. */
  media: MediaFacts[];
  /** The dialog in which the keys of the comparison work; without one, only its list of changes. */
  around?: RefObject<HTMLElement | null>;
  /** Given when a text is to be made of both, block by block; gets that text. */
  onTake?: (writing: Writing) => void;
}

/** Props of the dialog in which two texts are compared. */
export interface CompareDialogProps extends CompareProps {
  heading: string;
  /** Without it the dialog stays until a text is taken. */
  onClose?: () => void;
}

/** Fetches that dialog, so that `saving` can open it without importing `history`. */
export type LoadCompare = () => Promise<ComponentType<CompareDialogProps>>;
