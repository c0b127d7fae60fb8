'use client';
import { Checkbox } from '@/components/desk/ui/checkbox';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { LocalField } from '@/components/editor/ground/local-field.client';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { Section } from '@/components/editor/ground/section';
import type { Source } from '@/lib/posts/types';

const EMPTY: Source = { publication: '', url: '', authors: [], publishedOn: '', agency: '', rights: '' };

/** Edits the source of a republished piece. */
export function SourceSection({ writing }: PanelProps) {
  const words = useDeskWords().source;
  const { source } = writing.fields;
  const set = (patch: Partial<Source>) => writing.change({ source: { ...EMPTY, ...source, ...patch } });
  return (
    <Section title={words.title} name="source" isOpen={source !== null}>
      <Checkbox
        label={words.isRepublished}
        checked={source !== null}
        onChange={(event) => writing.change({ source: event.target.checked ? EMPTY : null })}
      />
      {source && (
        <div className="grid justify-items-start gap-3">
          <LocalField
            label={words.publication}
            value={source.publication}
            onChange={(publication) => set({ publication })}
            maxLength={300}
          />
          <LocalField
            label={words.url}
            value={source.url}
            placeholder="https://…"
            onChange={(url) => set({ url: url.trim() })}
            maxLength={2000}
          />
          <LocalField
            label={words.authors}
            hint={words.authorsHint}
            value={source.authors.join(', ')}
            onChange={(names) => set({ authors: namesIn(names) })}
          />
          <LocalField
            label={words.publishedOn}
            type="date"
            value={source.publishedOn}
            onChange={(publishedOn) => set({ publishedOn })}
          />
          <LocalField
            label={words.agency}
            value={source.agency}
            onChange={(agency) => set({ agency })}
            maxLength={200}
          />
          <LocalField
            label={words.rights}
            value={source.rights}
            placeholder={words.rightsExample}
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
