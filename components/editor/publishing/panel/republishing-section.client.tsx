'use client';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, Select } from '@/components/desk/ui/field';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import type { Republishing } from '@/lib/posts/types';

const CHOICES: Republishing[] = ['site', 'yes', 'no'];

/** Sets whether others may publish the post. It belongs to the post, so a change takes effect immediately. */
export function RepublishingOfPost({ draft, actions, commands }: PanelProps) {
  const words = useDeskWords().republishing;
  const { postId, republishing } = draft;
  const choose = (value: string) => {
    const chosen = CHOICES.find((choice) => choice === value);
    if (!chosen) return;
    void commands.run(() => actions.setRepublishing({ postId, republishing: chosen }), { text: words.done });
  };
  return (
    <Field label={words.label} hint={words.hint}>
      {(control) => (
        <Select
          {...control}
          value={republishing}
          disabled={commands.isBusy}
          onChange={({ target }) => choose(target.value)}
        >
          {CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {words[choice]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
