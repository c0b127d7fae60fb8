import type { LanguageCode } from '@/lib/language/languages';
import type { MediaFacts } from './media-facts';

/** What the renderer needs to know beside the body. */
export interface Rendering {
  media: Map<string, MediaFacts>;
  language: LanguageCode;
  /** Set for feeds: every address becomes absolute, and pictures have one file. No slash at the end. */
  absoluteBase?: string;
}

/** What one rendering gathers on its way. */
export interface RenderState extends Rendering {
  footnotes: string[];
}
