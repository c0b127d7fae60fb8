import type { Metadata } from 'next';
import { LocalTextFields } from '@/components/desk/forms/local-text-fields';
import { PictureField } from '@/components/desk/forms/picture-field.client';
import { Badge } from '@/components/desk/ui/badge';
import { Checkbox } from '@/components/desk/ui/checkbox';
import { EmptyState } from '@/components/desk/ui/empty-state';
import { hintStyle, TextField } from '@/components/desk/ui/field';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { Card, Disclosure, PageTitle, Rows } from '@/components/desk/ui/page';
import { mayEditLabels } from '@/lib/accounts/policies';
import { listTopics, type Topic } from '@/lib/labels/topics';
import { byName } from '@/lib/language/by-name';
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
  const topics = byName(listTopics(db), language);
  const pictures = picturesToChoose(
    db,
    topics.map(({ mediaId }) => mediaId),
  );
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
      <PictureField name="mediaId" label={common.picture} pictures={pictures} value={topic?.mediaId} />
      <Checkbox
        name="isInMenu"
        label={words.topics.inMenu}
        hint={words.topics.inMenuHint}
        defaultChecked={topic?.isInMenu ?? true}
      />
      <TextField label={common.address} name="slug" defaultValue={topic?.slug} hint={common.addressHint} />
    </>
  );
  return (
    <>
      <PageTitle>{words.shell.topics}</PageTitle>
      <p className={`mb-4 ${hintStyle}`}>{words.topics.hint}</p>
      {topics.length === 0 && <EmptyState>{words.topics.empty}</EmptyState>}
      <Rows>
        {topics.map((topic) => (
          <li key={topic.id} className="py-3.5">
            <Disclosure
              summary={
                <>
                  <strong>{localText(topic.name, language)}</strong>{' '}
                  {topic.isSample && <Badge tone="attention">{common.sample}</Badge>}
                </>
              }
            >
              <OutcomeForm action={changeTopic} submit={common.save} done={common.saved}>
                <input type="hidden" name="id" value={topic.id} />
                {fieldsOf(topic)}
              </OutcomeForm>
              <OutcomeForm
                action={removeTopic}
                submit={common.remove}
                tone="grave"
                confirm={common.removeConfirm}
                className="max-w-form mt-3 grid gap-4"
              >
                <input type="hidden" name="id" value={topic.id} />
              </OutcomeForm>
            </Disclosure>
          </li>
        ))}
      </Rows>
      <Card title={words.topics.addTitle}>
        <OutcomeForm action={addTopic} submit={common.add} done={common.added} isCleared>
          {fieldsOf()}
        </OutcomeForm>
      </Card>
    </>
  );
}
