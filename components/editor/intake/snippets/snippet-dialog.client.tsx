'use client';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Dialog, DialogHead } from '@/components/desk/ui/dialog.client';
import { hintStyle, Input } from '@/components/desk/ui/field';
import { Rows } from '@/components/desk/ui/page';
import type { PostActions } from '@/components/editor/ground/editor-types';
import { SNIPPET_KEYS } from '@/components/editor/ground/named-snippet';
import { shortcutLabel } from '@/components/editor/ground/shortcut-label';
import { bodyText } from '@/lib/document/text';
import { fill } from '@/lib/language/fill';
import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import type { Snippet } from '@/lib/snippets/snippets';
import { KeepSnippetForm } from './keep-snippet-form.client';
import { isFor, type OpenSnippets } from './use-snippets';

interface SnippetDialogProps {
  snippets: OpenSnippets;
  /** The language of the text. */
  language: LanguageCode;
  keep: PostActions['keepSnippet'];
}

const LONGEST_PREVIEW = 160;

/** Renders a dialog in which the selection is kept as a snippet, or a snippet is chosen to be inserted. */
export function SnippetDialog({ snippets, language, keep }: SnippetDialogProps) {
  const words = useDeskWords().snippets;
  const search = useRef<HTMLInputElement>(null);
  const [q, setQ] = useState('');
  const { found, opened, load, close, choose } = snippets;
  const matching = matches(found ?? [], q, language);
  const isKeeping = Boolean(opened?.selected);
  useEffect(() => {
    if (!isKeeping) search.current?.focus();
  }, [isKeeping]);
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = matching;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !first) return;
    event.preventDefault();
    choose(first);
  };
  return (
    <Dialog size="medium" onClose={close}>
      <DialogHead close={words.close}>{words.title}</DialogHead>
      {isKeeping && (
        <KeepSnippetForm body={opened?.selected} language={language} keep={keep} onKept={() => void load()} />
      )}
      {found?.length !== 0 && (
        <Input
          ref={search}
          className="mt-4"
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={q}
          onChange={(event) => setQ(event.target.value)}
          onKeyDown={onKeyDown}
        />
      )}
      <p role="status" className={`mt-3 ${hintStyle}`}>
        <Message snippets={snippets} isNoneMatching={matching.length === 0} />
      </p>
      <Rows aria-label={words.insert}>
        {matching.map((snippet) => (
          <SnippetRow
            key={snippet.id}
            snippet={snippet}
            language={language}
            onChoose={() => choose(snippet)}
          />
        ))}
      </Rows>
      {(found?.length ?? 0) > 0 && (
        <p className="mt-3">
          <a className="underline" href="/admin/templates#snippets" target="_blank" rel="noreferrer">
            {words.manage}
          </a>
        </p>
      )}
    </Dialog>
  );
}

function Message({
  snippets: { found, trouble },
  isNoneMatching,
}: {
  snippets: OpenSnippets;
  isNoneMatching: boolean;
}) {
  const { snippets: words, saving } = useDeskWords();
  if (trouble !== null && found === null) return trouble || saving.serverSilent;
  if (found === null) return words.loading;
  if (found.length === 0) return fill(words.empty, { keys: shortcutLabel(SNIPPET_KEYS) });
  return isNoneMatching ? words.noneMatch : null;
}

interface SnippetRowProps {
  snippet: Snippet;
  language: LanguageCode;
  onChoose: () => void;
}

function SnippetRow({ snippet, language, onChoose }: SnippetRowProps) {
  const words = useDeskWords().snippets;
  const { name, body } = snippet;
  const preview = bodyText(body).slice(0, LONGEST_PREVIEW);
  return (
    <li>
      <button
        type="button"
        className="hover:bg-wash focus-visible:bg-wash -mx-2 block w-[calc(100%+1rem)] cursor-pointer rounded-md px-2 py-2.5 text-start"
        onClick={onChoose}
      >
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-semibold wrap-anywhere">{name}</span>
          {snippet.language && snippet.language !== language && (
            <span className="text-small text-soft" lang={snippet.language}>
              {LANGUAGES[snippet.language].ownName}
            </span>
          )}
        </span>
        <span
          className="text-small text-soft line-clamp-2 wrap-anywhere"
          lang={snippet.language ?? undefined}
        >
          {preview || words.noWords}
        </span>
      </button>
    </li>
  );
}

/** Those for the language of the text come first. */
function matches(found: Snippet[], q: string, language: LanguageCode): Snippet[] {
  const wanted = q.trim().toLowerCase();
  const isLike = ({ name, body }: Snippet) => `${name}\n${bodyText(body)}`.toLowerCase().includes(wanted);
  const matching = wanted ? found.filter(isLike) : found;
  const [own, others] = [true, false].map((is) => matching.filter((one) => isFor(one, language) === is));
  return [...(own ?? []), ...(others ?? [])];
}
