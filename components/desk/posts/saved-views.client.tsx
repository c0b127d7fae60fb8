'use client';
import { useState } from 'react';
import { LinkButton } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Input } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { adminPostsPath } from '@/lib/addresses';
import type { Answer } from '@/lib/errors';

interface View {
  id: number;
  name: string;
  query: string;
}

type FormAction = (data: FormData) => Promise<Answer<unknown>>;

interface Props {
  views: View[];
  /** The current filters of the list; empty when there are none. */
  query: string;
  actions: { save: FormAction; rename: FormAction; remove: FormAction };
}

/** Lists saved filters: one click opens each; the current one can be named, renamed and deleted. */
export function SavedViews({ views, query, actions }: Props) {
  const words = useDeskWords();
  const current = views.find((view) => view.query === query);
  const [isNaming, setNaming] = useState(false);
  if (views.length === 0 && query === '') return null;
  return (
    <nav className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2" aria-label={words.posts.views}>
      {views.map((view) => (
        <a
          key={view.id}
          className="border-rule hover:bg-wash aria-[current]:border-accent aria-[current]:font-strong rounded-full border px-3.5 py-1.25"
          href={adminPostsPath(view.query)}
          aria-current={view === current ? 'page' : undefined}
        >
          {view.name}
        </a>
      ))}
      {query !== '' && (
        <LinkButton aria-expanded={isNaming} onClick={() => setNaming(!isNaming)}>
          {current ? words.posts.renameView : words.posts.saveView}
        </LinkButton>
      )}
      {current && (
        <OutcomeForm
          action={actions.remove}
          submit={words.posts.deleteView}
          tone="quiet"
          className="flex flex-wrap gap-2"
        >
          <input type="hidden" name="viewId" value={current.id} />
        </OutcomeForm>
      )}
      {isNaming && query !== '' && (
        <OutcomeForm
          key={current?.id ?? 'new'}
          action={current ? actions.rename : actions.save}
          onDone={() => setNaming(false)}
          submit={words.common.save}
          tone="quiet"
          className="flex flex-wrap gap-2"
        >
          <input type="hidden" name="viewId" value={current?.id ?? ''} />
          <input type="hidden" name="query" value={query} />
          <Input
            className="max-w-56"
            name="name"
            required
            maxLength={60}
            aria-label={words.posts.viewName}
            placeholder={words.posts.viewName}
            defaultValue={current?.name}
            // The person has just opened it.
            autoFocus
          />
        </OutcomeForm>
      )}
    </nav>
  );
}
