'use client';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, Select } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { useHasOpened } from '@/components/desk/ui/use-has-opened';
import type { Answer } from '@/lib/errors';
import { fill } from '@/lib/language/fill';
import { LANGUAGES } from '@/lib/language/languages';
import { MOST_OFFERED } from '@/lib/posts/most-offered';
import type { OutsideSeries } from '@/lib/series/parts';

interface Props {
  seriesId: number;
  /** The posts to choose from. */
  posts: OutsideSeries[];
  add: (data: FormData) => Promise<Answer<unknown>>;
}

/** Adds a post to a series. The posts appear when they are asked for: a page has many series. */
export function AddPart({ seriesId, posts, add }: Props) {
  const { series: words, common } = useDeskWords();
  const { hasOpened, onToggle } = useHasOpened();
  if (posts.length === 0) return null;
  return (
    <details className="mt-3" onToggle={onToggle}>
      <summary className="cursor-pointer py-1.5">{words.post}</summary>
      {hasOpened && (
        <OutcomeForm
          action={add}
          submit={words.addPost}
          tone="quiet"
          className="flex flex-wrap items-end gap-2"
        >
          <input type="hidden" name="seriesId" value={seriesId} />
          <Field
            label={words.postToAdd}
            hint={posts.length === MOST_OFFERED && fill(common.recentOnly, { count: MOST_OFFERED })}
            className="flex-[1_1_16rem]"
          >
            {(control) => (
              <Select {...control} name="postId" required defaultValue="">
                <option value="" disabled>
                  {words.choose}
                </option>
                {posts.map(({ id, headline, language }) => (
                  <option key={id} value={id} lang={language}>
                    {headline || words.noHeadline} ({LANGUAGES[language].ownName})
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </OutcomeForm>
      )}
    </details>
  );
}
