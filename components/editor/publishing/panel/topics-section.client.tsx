'use client';
import { Checkbox } from '@/components/desk/ui/checkbox';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { hintStyle } from '@/components/desk/ui/field';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { Section } from '@/components/editor/ground/section';
import { fill } from '@/lib/language/fill';
import { localText } from '@/lib/language/languages';
import { NameForm } from './name-form.client';

/** Chooses the topics of the post. */
export function TopicsSection(props: PanelProps) {
  const { topics, draft, writing } = props;
  const words = useDeskWords().panel;
  const { topicIds } = writing.fields;
  const toggle = (id: number, isOn: boolean) =>
    writing.change({ topicIds: isOn ? [...topicIds, id] : topicIds.filter((other) => other !== id) });
  return (
    <Section title={words.topics} name="topics">
      {topics.length === 0 && <p className={hintStyle}>{words.noTopics}</p>}
      <ul className="grid gap-2">
        {topics.map(({ id, name }) => (
          <li key={id}>
            <Checkbox
              label={localText(name, draft.language)}
              checked={topicIds.includes(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
          </li>
        ))}
      </ul>
      {props.may.editLabels && <TopicForm {...props} />}
    </Section>
  );
}

/** Creates a topic and chooses it. */
function TopicForm({ draft, actions, commands, writing }: PanelProps) {
  const words = useDeskWords().panel;
  const create = async (name: string) => {
    const topic = await commands.run(() => actions.createTopic({ name: { [draft.language]: name } }), {
      text: fill(words.topicAdded, { name }),
    });
    if (topic) writing.change({ topicIds: [...writing.fields.topicIds, topic.topicId] });
    return topic !== null;
  };
  return <NameForm label={words.newTopic} submit={words.add} isBusy={commands.isBusy} onName={create} />;
}
