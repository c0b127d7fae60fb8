import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { Field, Input } from '@/components/desk/ui/field';

interface Props {
  label: string;
  placeholder?: string;
  /** The word on the button. */
  submit: string;
  isBusy: boolean;
  /** Creates something with a name. @returns whether it did; the name is kept if not. */
  onName: (name: string) => Promise<boolean>;
}

/** Creates a topic, an author or a series where it is chosen: only its name is asked for. */
export function NameForm({ label, placeholder, submit, isBusy, onName }: Props) {
  const [name, setName] = useState('');
  const wanted = name.trim();
  const create = async () => {
    if (await onName(wanted)) setName('');
  };
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <Field label={label}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={200}
            placeholder={placeholder}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={isBusy || !wanted}>
        {submit}
      </Button>
    </form>
  );
}
