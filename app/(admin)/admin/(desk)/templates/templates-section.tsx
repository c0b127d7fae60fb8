import { EmptyState } from '@/components/desk/ui/empty-state';
import { hintStyle, TextField } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { Disclosure, Meta, Rows, SectionTitle } from '@/components/desk/ui/page';
import { mayEditShared } from '@/lib/accounts/policies';
import type { Actor } from '@/lib/actor';
import { LANGUAGES } from '@/lib/language/languages';
import { deskWords } from '@/lib/next/desk-language';
import type { ListedTemplate } from '@/lib/templates/templates';
import { deleteThisTemplate, renameThisTemplate } from './actions';

/** Shows the templates; those that this person may edit open to their forms. */
export async function TemplatesSection({ templates, actor }: { templates: ListedTemplate[]; actor: Actor }) {
  const { templates: words } = await deskWords();
  return (
    <section className="max-w-form">
      <SectionTitle>{words.title}</SectionTitle>
      <p className={`mb-4 ${hintStyle}`}>
        {words.hint} {words.edit}
      </p>
      {templates.length === 0 && <EmptyState kind="short">{words.empty}</EmptyState>}
      <Rows>
        {templates.map((template) => (
          <li key={template.id} className="py-3.5">
            {mayEditShared(actor, template) ? (
              <Disclosure summary={<strong className="wrap-anywhere">{template.name}</strong>}>
                <TemplateMeta template={template} />
                <TemplateForms template={template} />
              </Disclosure>
            ) : (
              <>
                <strong className="wrap-anywhere">{template.name}</strong>
                <TemplateMeta template={template} />
              </>
            )}
          </li>
        ))}
      </Rows>
    </section>
  );
}

async function TemplateMeta({ template: { language, kind, headline } }: { template: ListedTemplate }) {
  const { templates: words } = await deskWords();
  return (
    <Meta as="p">
      <span lang={language}>{LANGUAGES[language].ownName}</span>
      <span>{kind === 'page' ? words.page : words.post}</span>
      {headline && (
        <span lang={language} className="wrap-anywhere">
          {headline}
        </span>
      )}
    </Meta>
  );
}

async function TemplateForms({ template: { id, name } }: { template: ListedTemplate }) {
  const { templates: words, common } = await deskWords();
  return (
    <>
      <OutcomeForm
        action={renameThisTemplate}
        submit={words.rename}
        done={common.saved}
        tone="quiet"
        className="mt-3 grid gap-3"
      >
        <input type="hidden" name="templateId" value={id} />
        <TextField label={words.name} name="name" defaultValue={name} maxLength={100} required />
      </OutcomeForm>
      <OutcomeForm
        action={deleteThisTemplate}
        submit={words.delete}
        tone="grave"
        confirm={words.deleteQuestion}
        className="mt-3 grid gap-4"
      >
        <input type="hidden" name="templateId" value={id} />
      </OutcomeForm>
    </>
  );
}
