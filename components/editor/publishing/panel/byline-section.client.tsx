'use client';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, Select } from '@/components/desk/ui/field';
import type { LabelledItem } from '@/components/editor/ground/editor-types';
import { LocalField } from '@/components/editor/ground/local-field.client';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { Section } from '@/components/editor/ground/section';
import { fill } from '@/lib/language/fill';
import { localText } from '@/lib/language/languages';
import type { BylineEntry } from '@/lib/posts/types';
import { moved } from './byline-order';
import { NameForm } from './name-form.client';

/** Edits the authors in the byline: their order and their names as printed. */
export function BylineSection(props: PanelProps) {
  const { authors, draft, writing } = props;
  const words = useDeskWords().panel;
  const { byline } = writing.fields;
  const set = (next: BylineEntry[]) => writing.change({ byline: next });
  const add = (authorId: number, name: string) => set([...writing.fields.byline, { authorId, name }]);
  const free = authors.filter(({ id }) => !byline.some((entry) => entry.authorId === id));
  return (
    <Section title={words.byline} name="byline">
      <ol className="grid gap-2">
        {byline.map((entry, index) => (
          <li key={entry.authorId} className="grid gap-1.5">
            <BylineRow
              entry={entry}
              isFirst={index === 0}
              isLast={index === byline.length - 1}
              onRename={(name) => set(byline.with(index, { ...entry, name }))}
              onMove={(by) => set(moved(byline, index, by))}
              onRemove={() => set(byline.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      <ChooseAuthor authors={free} name={(author) => localText(author.name, draft.language)} onChoose={add} />
      {props.may.editLabels && <GuestForm {...props} onCreated={add} />}
    </Section>
  );
}

interface BylineRowProps {
  entry: BylineEntry;
  isFirst: boolean;
  isLast: boolean;
  onRename: (name: string) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function BylineRow({ entry, isFirst, isLast, onRename, onMove, onRemove }: BylineRowProps) {
  const words = useDeskWords().panel;
  return (
    <>
      <LocalField label={words.printedName} value={entry.name} maxLength={200} onChange={onRename} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          disabled={isFirst}
          aria-label={fill(words.moveUp, { name: entry.name })}
          onClick={() => onMove(-1)}
        >
          ↑
        </Button>
        <Button
          disabled={isLast}
          aria-label={fill(words.moveDown, { name: entry.name })}
          onClick={() => onMove(1)}
        >
          ↓
        </Button>
        <Button aria-label={fill(words.removeName, { name: entry.name })} onClick={onRemove}>
          {words.remove}
        </Button>
      </div>
    </>
  );
}

interface ChooseAuthorProps {
  authors: LabelledItem[];
  name: (author: LabelledItem) => string;
  onChoose: (authorId: number, name: string) => void;
}

function ChooseAuthor({ authors, name, onChoose }: ChooseAuthorProps) {
  const words = useDeskWords().panel;
  if (authors.length === 0) return null;
  return (
    <Field label={words.addAuthor}>
      {(control) => (
        <Select
          {...control}
          value=""
          onChange={(event) => {
            const author = authors.find(({ id }) => id === Number(event.target.value));
            if (author) onChoose(author.id, name(author));
          }}
        >
          <option value="">{words.choose}</option>
          {authors.map((author) => (
            <option key={author.id} value={author.id}>
              {name(author)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

type GuestFormProps = PanelProps & { onCreated: (authorId: number, name: string) => void };

/** Creates an author without an account, and adds them to the byline. */
function GuestForm({ draft, actions, commands, onCreated }: GuestFormProps) {
  const words = useDeskWords().panel;
  const create = async (name: string) => {
    const guest = await commands.run(
      () => actions.createGuest({ name: { [draft.language]: name }, biography: {} }),
      { text: fill(words.guestAdded, { name }) },
    );
    if (guest) onCreated(guest.authorId, name);
    return guest !== null;
  };
  return (
    <NameForm
      label={words.newGuest}
      placeholder={words.guestName}
      submit={words.add}
      isBusy={commands.isBusy}
      onName={create}
    />
  );
}
