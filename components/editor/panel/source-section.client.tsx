'use client';
import type { Source } from '@/lib/posts/types';
import { LocalField } from '../local-field.client';
import type { PanelProps } from './panel-types';
import { Section } from './section';

const EMPTY: Source = { publication: '', url: '', authors: [], publishedOn: '', agency: '', rights: '' };

/** Where a republished piece comes from. */
export function SourceSection({ writing }: PanelProps) {
  const { source } = writing.fields;
  const set = (patch: Partial<Source>) => writing.change({ source: { ...EMPTY, ...source, ...patch } });
  return (
    <Section title="Republished from" isOpen={source !== null}>
      <label className="ed-check">
        <input
          type="checkbox"
          checked={source !== null}
          onChange={(event) => writing.change({ source: event.target.checked ? EMPTY : null })}
        />
        This piece appeared elsewhere first
      </label>
      {source && (
        <div className="ed-stack">
          <LocalField
            label="Publication"
            value={source.publication}
            onChange={(publication) => set({ publication })}
            maxLength={300}
          />
          <LocalField
            label="Web address"
            value={source.url}
            placeholder="https://…"
            onChange={(url) => set({ url: url.trim() })}
            maxLength={2000}
          />
          <LocalField
            label="Original authors"
            hint="As they were printed; part them by commas or “and”."
            value={source.authors.join(', ')}
            onChange={(names) => set({ authors: namesIn(names) })}
          />
          <LocalField
            label="Date of first publication"
            type="date"
            value={source.publishedOn}
            onChange={(publishedOn) => set({ publishedOn })}
          />
          <LocalField
            label="Agency"
            value={source.agency}
            onChange={(agency) => set({ agency })}
            maxLength={200}
          />
          <LocalField
            label="Rights"
            value={source.rights}
            placeholder="Republished with permission"
            onChange={(rights) => set({ rights })}
            maxLength={500}
          />
        </div>
      )}
    </Section>
  );
}

function namesIn(line: string): string[] {
  return line
    .split(/[,;\n]|\s(?:and|&|និង)\s/)
    .map((name) => name.trim())
    .filter(Boolean);
}
