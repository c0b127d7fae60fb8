import { mayBeginPosts } from '@/lib/accounts/policies';
import type { LanguageCode } from '@/lib/language/languages';
import { postCommand } from '../post-command';
import { beginPost } from './create-post';
import { writeDraft } from './save-draft';

/** A text whose own post is gone, or will not take it. */
export interface SaveAsNew {
  language: LanguageCode;
  /** Unchecked: validated whole, as every save is. */
  writing: unknown;
}

/**
 * Begins a post with this text in it.
 * @throws Refusal `invalid` with the reason when the text cannot be kept.
 */
export const saveAsNew = postCommand(
  'saveAsNew',
  mayBeginPosts,
  (tx, { language, writing }: SaveAsNew, context) => {
    const { postId } = beginPost(tx, { language }, context);
    writeDraft(tx, { postId, version: 1, writing }, context);
    return { postId };
  },
);
