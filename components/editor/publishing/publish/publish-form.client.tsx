'use client';
import { boxStyle } from '@/components/desk/ui/checkbox';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, hintStyle, TextArea } from '@/components/desk/ui/field';
import { TimeField } from '@/components/desk/ui/time-field.client';
import type { PostDraft } from '@/lib/posts/types';
import { type Choice, modesFor, type PublishMode } from './publish-modes';

interface PublishFormProps {
  draft: PostDraft;
  timeZone: string;
  choice: Choice;
  onChoice: (choice: Choice) => void;
}

/** Renders the ways to publish; the chosen one asks for the input that it needs. */
export function PublishForm({ draft, timeZone, choice, onChoice }: PublishFormProps) {
  const words = useDeskWords().publishing;
  // A scheduled post keeps its time, or gets another.
  const nameOf = (way: PublishMode) =>
    way === 'later' && draft.status === 'scheduled' ? 'scheduledTime' : way;
  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="text-title font-strong mb-1.5">{words.how}</legend>
      {modesFor(draft.status).map((way) => (
        <div
          key={way}
          className="has-checked:border-rule has-checked:bg-wash grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-2.5 rounded-lg border border-transparent px-2.5 py-2"
        >
          <input
            className={boxStyle}
            type="radio"
            id={`publish-${way}`}
            name="way"
            aria-describedby={`publish-${way}-hint`}
            checked={choice.way === way}
            onChange={() => onChoice({ ...choice, way })}
          />
          <label className="font-medium" htmlFor={`publish-${way}`}>
            {words[nameOf(way)]}
          </label>
          <p id={`publish-${way}-hint`} className={`col-start-2 ${hintStyle}`}>
            {words[`${nameOf(way)}Hint`]}
          </p>
          {way === 'later' && choice.way === way && (
            <TimeField
              timeZone={timeZone}
              time={choice}
              onTime={(time) => onChoice({ ...choice, ...time })}
              className="col-start-2 mt-2 mb-1"
            />
          )}
          {way === 'corrected' && choice.way === way && (
            <Field label={words.correctionNote} className="col-start-2 mt-2 mb-1">
              {(control) => (
                <TextArea
                  {...control}
                  rows={3}
                  required
                  maxLength={5000}
                  lang={draft.language}
                  placeholder={words.correctionExample}
                  value={choice.note}
                  onChange={({ target }) => onChoice({ ...choice, note: target.value })}
                />
              )}
            </Field>
          )}
        </div>
      ))}
    </fieldset>
  );
}
