import type { ComponentType, RefObject } from 'react';
import type { MediaFacts } from '@/lib/document/media-facts';
import type { LanguageCode } from '@/lib/language/languages';
import type { Writing } from '@/lib/posts/types';
import type { LabelledItem } from './editor-types';

/** One of two compared texts, with its label, writer and time. */
export interface ComparedText {
  writing: Writing;
  /** Label, such as `Yours, in this browser`. */
  label: string;
  /** The writer's name; empty when unknown. */
  who: string;
  /** Epoch ms; null when unknown. */
  at: number | null;
}

/** Props of a comparison. */
export interface CompareProps {
  left: ComparedText;
  right: ComparedText;
  /** The common ancestor of both texts, if known. With it, only blocks that both changed need a decision. */
  base?: Writing;
  /** The language of the post, used to render the texts. */
  language: LanguageCode;
  topics: LabelledItem[];
  /** The pictures in both texts. */
  media: MediaFacts[];
  /** The dialog that receives the comparison's keys; without one, only its list of changes does. */
  around?: RefObject<HTMLElement | null>;
  /** Receives a text merged from both, block by block. Without it, nothing can be chosen. */
  onTake?: (writing: Writing) => void;
}

/** Props of the dialog that compares two texts. */
export interface CompareDialogProps extends CompareProps {
  heading: string;
  /** Without it, the dialog stays open until a text is chosen. */
  onClose?: () => void;
}

/** Loads that dialog, so that `saving` can open it without importing `history`. */
export type LoadCompare = () => Promise<ComponentType<CompareDialogProps>>;
