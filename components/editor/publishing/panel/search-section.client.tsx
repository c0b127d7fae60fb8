'use client';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { LocalField } from '@/components/editor/ground/local-field.client';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { Section } from '@/components/editor/ground/section';

/** Edits what search engines and social cards show instead of headline and standfirst. */
export function SearchSection({ writing }: PanelProps) {
  const words = useDeskWords().panel;
  const { fields } = writing;
  return (
    <Section title={words.search} isOpen={false}>
      <LocalField
        label={words.searchTitle}
        value={fields.seoTitle}
        placeholder={fields.headline}
        maxLength={300}
        onChange={(seoTitle) => writing.change({ seoTitle })}
      />
      <LocalField
        label={words.searchDescription}
        multiline
        value={fields.seoDescription}
        placeholder={fields.standfirst}
        maxLength={1000}
        onChange={(seoDescription) => writing.change({ seoDescription })}
      />
    </Section>
  );
}
