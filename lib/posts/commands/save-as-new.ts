import { mayBeginPosts } from '@/lib/accounts/policies';
import type { LanguageCode } from '@/lib/language/languages';
import { postCommand } from '../post-command';
import { beginPost } from './create-post';
import { writeDraft } from './save-draft';

/** A text whose own post is gone, or does not accept it. */
export interface SaveAsNew {
  language: LanguageCode;
  /** Unchecked: the command validates all of it, as with every save. */
  writing: unknown;
}

/**
 * Creates a post with this text.
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
