import type { Metadata } from 'next';
import { Button } from '@/components/desk/ui/button';
import { EmptyState } from '@/components/desk/ui/empty-state';
import { Meta, PageTitle, Rows, SectionTitle } from '@/components/desk/ui/page';
import { LANGUAGES } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { requireUser } from '@/lib/next/session';
import { type ListedTemplate, listTemplates } from '@/lib/templates/templates';
import { begin } from '../../actions';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).common.newPost };
}

/** Asks what to create: opening an address must not create anything. */
export default async function NewPostPage() {
  await requireUser();
  const { posts, templates } = await deskWords();
  const listed = listTemplates(database());
  return (
    <>
      <PageTitle className="mb-6">{posts.newTitle}</PageTitle>
      <form action={begin} className="flex flex-wrap items-center gap-3">
        <Button type="submit" name="kind" value="post" kind="main">
          {posts.newPost}
        </Button>
        <Button type="submit" name="kind" value="page">
          {posts.newPage}
        </Button>
      </form>
      <section className="max-w-form mt-10">
        <SectionTitle>{templates.begin}</SectionTitle>
        {listed.length === 0 && <EmptyState kind="short">{templates.empty}</EmptyState>}
        <form action={begin}>
          <Rows>
            {listed.map((template) => (
              <TemplateRow key={template.id} template={template} />
            ))}
          </Rows>
        </form>
        {listed.length > 0 && (
          <p className="mt-4">
            <a className="underline" href="/admin/templates">
              {templates.manage}
            </a>
          </p>
        )}
      </section>
    </>
  );
}

async function TemplateRow({ template }: { template: ListedTemplate }) {
  const { templates } = await deskWords();
  const { id, name, language, kind, headline } = template;
  return (
    <li>
      <button
        type="submit"
        name="template"
        value={id}
        className="hover:bg-wash -mx-3 block w-[calc(100%+1.5rem)] cursor-pointer rounded-md px-3 py-3.5 text-start"
      >
        <span className="block font-semibold wrap-anywhere">{name}</span>
        <Meta>
          <span lang={language}>{LANGUAGES[language].ownName}</span>
          <span>{kind === 'page' ? templates.page : templates.post}</span>
          {headline && (
            <span lang={language} className="wrap-anywhere">
              {headline}
            </span>
          )}
        </Meta>
      </button>
    </li>
  );
}
