import type { Metadata } from 'next';
import { PageHead } from '@/components/desk/ui/page';
import { actorOf } from '@/lib/actor';
import { database } from '@/lib/next/database';
import { deskWords } from '@/lib/next/desk-language';
import { requireUser } from '@/lib/next/session';
import { listSnippets } from '@/lib/snippets/snippets';
import { listTemplates } from '@/lib/templates/templates';
import { NewPost } from '../new-post';
import { SnippetsSection } from './snippets-section';
import { TemplatesSection } from './templates-section';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).templates.pageTitle };
}

/** Lists the templates and snippets, which owners and whoever saved them rename and delete. */
export default async function TemplatesPage() {
  const actor = actorOf(await requireUser());
  const { templates: words } = await deskWords();
  const db = database();
  return (
    <>
      <PageHead title={words.pageTitle}>
        <NewPost />
      </PageHead>
      <TemplatesSection templates={listTemplates(db)} actor={actor} />
      <SnippetsSection snippets={listSnippets(db)} actor={actor} />
    </>
  );
}
