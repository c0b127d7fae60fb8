'use client';
import { localText } from '@/lib/language/languages';
import type { PanelProps } from './panel-types';
import { Section } from './section';

/** The topics under which readers find the post. */
export function TopicsSection({ topics, draft, writing }: PanelProps) {
  const { topicIds } = writing.fields;
  const toggle = (id: number, isOn: boolean) =>
    writing.change({ topicIds: isOn ? [...topicIds, id] : topicIds.filter((other) => other !== id) });
  return (
    <Section title="Topics">
      {topics.length === 0 && <p className="ed-hint">There are no topics yet.</p>}
      <ul className="ed-list">
        {topics.map(({ id, name }) => (
          <li key={id}>
            <label className="ed-check">
              <input
                type="checkbox"
                checked={topicIds.includes(id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              {localText(name, draft.language)}
            </label>
          </li>
        ))}
      </ul>
    </Section>
  );
}
