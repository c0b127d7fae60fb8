'use client';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { Checkbox } from '@/components/desk/ui/checkbox';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, hintStyle, Input } from '@/components/desk/ui/field';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { Section } from '@/components/editor/ground/section';
import { fill } from '@/lib/language/fill';
import { localText } from '@/lib/language/languages';

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
  const [name, setName] = useState('');
  const create = async () => {
    const wanted = name.trim();
    const topic = await commands.run(() => actions.createTopic({ name: { [draft.language]: wanted } }), {
      text: fill(words.topicAdded, { name: wanted }),
    });
    if (!topic) return;
    setName('');
    writing.change({ topicIds: [...writing.fields.topicIds, topic.topicId] });
  };
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <Field label={words.newTopic}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={commands.isBusy || !name.trim()}>
        {words.add}
      </Button>
    </form>
  );
}
