import { Checkbox } from '@/components/desk/ui/checkbox';
import { Field, Input, Select, TextArea, TextField } from '@/components/desk/ui/field';
import type { DeskStrings } from '@/lib/language/strings';
import { OutcomeSamples } from './outcome-samples.client';
import { BothDensities, Panels, Sample } from './panels';
import { TimeSamples } from './time-samples.client';

/** Shows every field in every state. */
export function FieldSheet() {
  return (
    <Panels title="Fields">
      {({ words }) => (
        <>
          <BothDensities name="Text: as it is, with a value, invalid, disabled; several lines; a choice">
            {() => <Texts words={words} />}
          </BothDensities>
          <BothDensities name="Boxes and circles: off, on, disabled">
            {() => <Boxes words={words.settings} />}
          </BothDensities>
          <Sample name="Times: one that clocks skip, one that they show twice">
            <TimeSamples />
          </Sample>
          <Sample name="Forms that succeed and that are refused">
            <OutcomeSamples />
          </Sample>
        </>
      )}
    </Panels>
  );
}

function Texts({ words }: { words: DeskStrings }) {
  const { library, series, posts, common } = words;
  return (
    <div className="grid w-full gap-4">
      <TextField label={library.alt} hint={library.altHint} placeholder={library.altPlaceholder} />
      <TextField label={common.name} defaultValue={words.shell.authorsSide} />
      <Field label={common.address} error={common.noAnswer}>
        {(control) => <Input {...control} defaultValue="the river" />}
      </Field>
      <TextField label={library.credit} defaultValue={words.shell.authors} disabled />
      <Field label={series.description}>
        {(control) => <TextArea {...control} rows={3} defaultValue={series.intro} />}
      </Field>
      <Field label={posts.sort}>
        {(control) => (
          <Select {...control}>
            <option>{posts.sortWritten}</option>
            <option>{posts.sortOldest}</option>
          </Select>
        )}
      </Field>
    </div>
  );
}

function Boxes({ words }: { words: DeskStrings['settings'] }) {
  const label = words.otherLanguages;
  return (
    <div className="grid gap-2">
      <Checkbox label={label} hint={words.otherLanguagesHint} />
      <Checkbox label={label} defaultChecked />
      <Checkbox label={label} disabled />
      <Checkbox type="radio" label={label} />
      <Checkbox type="radio" label={label} defaultChecked />
    </div>
  );
}
