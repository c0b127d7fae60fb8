import type { Metadata } from 'next';
import { LocalTextFields } from '@/components/desk/forms/local-text-fields';
import { PictureField } from '@/components/desk/forms/picture-field';
import { TextField } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { mayEditLabels } from '@/lib/accounts/policies';
import { listTopics, type Topic } from '@/lib/labels/topics';
import { localText } from '@/lib/language/languages';
import { picturesToChoose } from '@/lib/media/pictures-to-choose';
import { database } from '@/lib/next/database';
import { deskLanguage, deskWords } from '@/lib/next/desk-language';
import { requireUserWho } from '@/lib/next/session';
import { readSite } from '@/lib/settings/site';
import { addTopic, changeTopic, removeTopic } from './actions';

export const dynamic = 'force-dynamic';
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).shell.topics };
}

export default async function TopicsPage() {
  await requireUserWho(mayEditLabels);
  const words = await deskWords();
  const { common } = words;
  const language = await deskLanguage();
  const db = database();
  const site = readSite(db);
  const topics = listTopics(db);
  const fieldsOf = (topic?: Topic) => (
    <>
      <LocalTextFields name="name" label={common.name} languages={site.languages} value={topic?.name} />
      <LocalTextFields
        name="description"
        label={words.topics.about}
        languages={site.languages}
        value={topic?.description}
        isLong
      />
      <PictureField
        name="mediaId"
        label={common.picture}
        words={common}
        pictures={picturesToChoose(db, [topic?.mediaId ?? null])}
        value={topic?.mediaId}
      />
      <TextField label={common.address} name="slug" defaultValue={topic?.slug} hint={common.addressHint} />
    </>
  );
  return (
    <>
      <h1>{words.shell.topics}</h1>
      <p className="hint mb-4">{words.topics.hint}</p>
      {topics.length === 0 && <p className="empty">{words.topics.empty}</p>}
      <ul className="rows">
        {topics.map((topic) => (
          <li key={topic.id}>
            <details className="edit">
              <summary>
                <strong>{localText(topic.name, language)}</strong>{' '}
                {topic.isSample && <span className="badge badge-sample">{common.sample}</span>}
              </summary>
              <OutcomeForm action={changeTopic} submit={common.save} done={common.saved}>
                <input type="hidden" name="id" value={topic.id} />
                {fieldsOf(topic)}
              </OutcomeForm>
              <OutcomeForm
                action={removeTopic}
                submit={common.remove}
                tone="grave"
                confirm={common.removeConfirm}
                className="form mt-3"
              >
                <input type="hidden" name="id" value={topic.id} />
              </OutcomeForm>
            </details>
          </li>
        ))}
      </ul>
      <section className="card">
        <h2>{words.topics.addTitle}</h2>
        <OutcomeForm action={addTopic} submit={common.add} done={common.added} isCleared>
          {fieldsOf()}
        </OutcomeForm>
      </section>
    </>
  );
}
