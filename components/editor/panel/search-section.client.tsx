'use client';
import { LocalField } from '../local-field.client';
import type { PanelProps } from './panel-types';
import { Section } from './section';

/** What search engines and social cards show instead of headline and standfirst. */
export function SearchSection({ writing }: PanelProps) {
  const { headline, standfirst, seoTitle, seoDescription } = writing.fields;
  return (
    <Section title="Search engines" isOpen={false}>
      <LocalField
        label="Title"
        value={seoTitle}
        placeholder={headline}
        maxLength={300}
        onChange={(words) => writing.change({ seoTitle: words })}
      />
      <LocalField
        label="Description"
        multiline
        value={seoDescription}
        placeholder={standfirst}
        maxLength={1000}
        onChange={(words) => writing.change({ seoDescription: words })}
      />
    </Section>
  );
}
