import { LanguageOptions } from '@/components/desk/forms/language-options';
import { EmptyState } from '@/components/desk/ui/empty-state';
import { Field, hintStyle, Select, TextField } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { Disclosure, Rows, SectionTitle } from '@/components/desk/ui/page';
import { SNIPPET_KEYS } from '@/components/editor/ground/named-snippet';
import { shortcutLabel } from '@/components/editor/ground/shortcut-label';
import { mayEditShared } from '@/lib/accounts/policies';
import type { Actor } from '@/lib/actor';
import { bodyText } from '@/lib/document/text';
import { fill } from '@/lib/language/fill';
import { LANGUAGES } from '@/lib/language/languages';
import { deskWords } from '@/lib/next/desk-language';
import type { Snippet } from '@/lib/snippets/snippets';
import { changeThisSnippet, deleteThisSnippet } from './actions';

const LONGEST_PREVIEW = 400;

/** Shows the snippets; those that this person may edit open to their forms. */
export async function SnippetsSection({ snippets, actor }: { snippets: Snippet[]; actor: Actor }) {
  const { snippets: words } = await deskWords();
  const keys = shortcutLabel(SNIPPET_KEYS);
  return (
    <section id="snippets" className="max-w-form mt-10">
      <SectionTitle>{words.title}</SectionTitle>
      <p className={`mb-4 ${hintStyle}`}>{fill(words.hint, { keys })}</p>
      {snippets.length === 0 && <EmptyState kind="short">{fill(words.empty, { keys })}</EmptyState>}
      <Rows>
        {snippets.map((snippet) => (
          <li key={snippet.id} className="py-3.5">
            {mayEditShared(actor, snippet) ? (
              <Disclosure summary={<strong className="wrap-anywhere">{snippet.name}</strong>}>
                <SnippetPreview snippet={snippet} />
                <SnippetForms snippet={snippet} />
              </Disclosure>
            ) : (
              <>
                <strong className="wrap-anywhere">{snippet.name}</strong>
                <SnippetPreview snippet={snippet} />
              </>
            )}
          </li>
        ))}
      </Rows>
    </section>
  );
}

async function SnippetPreview({ snippet: { body, language } }: { snippet: Snippet }) {
  const { snippets: words } = await deskWords();
  return (
    <>
      <p className={hintStyle} lang={language ?? undefined}>
        {language ? LANGUAGES[language].ownName : words.anyLanguage}
      </p>
      <p className="mt-1 line-clamp-4 wrap-anywhere whitespace-pre-line" lang={language ?? undefined}>
        {bodyText(body).slice(0, LONGEST_PREVIEW) || words.noWords}
      </p>
    </>
  );
}

async function SnippetForms({ snippet: { id, name, language } }: { snippet: Snippet }) {
  const { snippets: words, common } = await deskWords();
  return (
    <>
      <OutcomeForm
        action={changeThisSnippet}
        submit={common.save}
        done={common.saved}
        tone="quiet"
        className="mt-3 grid gap-3"
      >
        <input type="hidden" name="snippetId" value={id} />
        <TextField label={words.name} name="name" defaultValue={name} maxLength={100} required />
        <Field label={words.language}>
          {(control) => (
            <Select {...control} name="language" defaultValue={language ?? ''}>
              <option value="">{words.anyLanguage}</option>
              <LanguageOptions />
            </Select>
          )}
        </Field>
      </OutcomeForm>
      <OutcomeForm
        action={deleteThisSnippet}
        submit={words.delete}
        tone="grave"
        confirm={words.deleteQuestion}
        className="mt-3 grid gap-4"
      >
        <input type="hidden" name="snippetId" value={id} />
      </OutcomeForm>
    </>
  );
}
