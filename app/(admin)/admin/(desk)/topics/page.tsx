import type { Metadata } from 'next';
import { LocalTextFields } from '@/components/admin/local-text-fields';
import { PictureField } from '@/components/admin/picture-field';
import { Field } from '@/components/ui/field';
import { OutcomeForm } from '@/components/ui/outcome-form.client';
import { localText, mainLanguage } from '@/lib/language/languages';
import { picturesToChoose } from '@/lib/media/pictures-to-choose';
import { database } from '@/lib/next/database';
import { requireUser } from '@/lib/next/session';
import { readSite } from '@/lib/settings/site';
import { listTopics, type Topic } from '@/lib/topics/topics';
import { addTopic, changeTopic, removeTopic } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Topics' };

export default async function TopicsPage() {
  await requireUser();
  const db = database();
  const site = readSite(db);
  const fieldsOf = (topic?: Topic) => (
    <>
      <LocalTextFields name="name" label="Name" languages={site.languages} value={topic?.name} />
      <LocalTextFields
        name="description"
        label="What it is about"
        languages={site.languages}
        value={topic?.description}
        isLong
      />
      <PictureField
        name="mediaId"
        label="Picture"
        pictures={picturesToChoose(db, [topic?.mediaId ?? null])}
        value={topic?.mediaId}
      />
      <Field
        label="Address"
        name="slug"
        defaultValue={topic?.slug}
        hint="Made from the name if left empty."
      />
    </>
  );
  return (
    <>
      <h1>Topics</h1>
      <p className="hint mb-4">Topics gather posts for readers; each has a page and feeds of its own.</p>
      <ul className="rows">
        {listTopics(db).map((topic) => (
          <li key={topic.id}>
            <details className="edit">
              <summary>
                <strong>{localText(topic.name, mainLanguage(site))}</strong>{' '}
                {topic.isSample && <span className="badge badge-sample">Sample</span>}
              </summary>
              <OutcomeForm action={changeTopic} submit="Save" done="Saved.">
                <input type="hidden" name="id" value={topic.id} />
                {fieldsOf(topic)}
              </OutcomeForm>
              <OutcomeForm
                action={removeTopic}
                submit="Delete"
                tone="grave"
                confirm="Delete for good?"
                className="form mt-3"
              >
                <input type="hidden" name="id" value={topic.id} />
              </OutcomeForm>
            </details>
          </li>
        ))}
      </ul>
      <section>
        <h2>Add</h2>
        <OutcomeForm action={addTopic} submit="Add" done="Added." isCleared>
          {fieldsOf()}
        </OutcomeForm>
      </section>
    </>
  );
}
