import { Button } from '@/components/desk/ui/button';
import { boxStyle } from '@/components/desk/ui/checkbox';
import { Input, Select } from '@/components/desk/ui/field';
import type { DeskStrings } from '@/lib/language/strings';
import type { MediaFilter } from '@/lib/media/media-filter';

interface LibraryFiltersProps {
  filter: MediaFilter;
  words: DeskStrings['library'];
}

/** Filters the library; works without scripts. */
export function LibraryFilters({ filter, words }: LibraryFiltersProps) {
  return (
    <search>
      <form className="mb-2 flex flex-wrap items-center gap-2" action="/admin/media">
        <Input
          className="w-auto! flex-[3_1_14rem]"
          type="search"
          name="q"
          aria-label={words.search}
          placeholder={words.searchHint}
          defaultValue={filter.q}
        />
        <Choice
          name="kind"
          label={words.kind}
          value={filter.kind}
          options={[
            ['', words.everyKind],
            ['picture', words.pictures],
            ['audio', words.recordings],
            ['video', words.films],
          ]}
        />
        <Choice
          name="sort"
          label={words.sort}
          value={filter.sort}
          options={[
            ['', words.newest],
            ['oldest', words.oldest],
            ['name', words.byName],
            ['largest', words.largest],
          ]}
        />
        <Check name="without" value="alt" label={words.withoutAlt} isChecked={filter.without === 'alt'} />
        <Check name="used" value="none" label={words.unused} isChecked={filter.used === 'none'} />
        <Button type="submit">{words.show}</Button>
      </form>
    </search>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  value?: string;
  options: [value: string, label: string][];
}

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <Select className="w-auto! flex-[1_1_8rem]" name={name} aria-label={label} defaultValue={value ?? ''}>
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </Select>
  );
}

interface CheckProps {
  name: string;
  value: string;
  label: string;
  isChecked: boolean;
}

function Check({ name, value, label, isChecked }: CheckProps) {
  return (
    <label className="text-ui inline-flex min-h-11 items-center gap-2 px-1">
      <input className={boxStyle} type="checkbox" name={name} value={value} defaultChecked={isChecked} />
      {label}
    </label>
  );
}
