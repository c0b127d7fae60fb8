'use client';
import { useState } from 'react';
import { Button, linkButtonStyle } from '@/components/desk/ui/button';
import { useDeskLanguage, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Select } from '@/components/desk/ui/field';
import { barStyle } from '@/components/desk/ui/toast';
import { formatCount } from '@/lib/language/counts';
import { fill } from '@/lib/language/fill';
import type { BulkAction, Choice } from './post-list-types';

interface Props {
  count: number;
  total: number;
  /** Offered when more posts match than the page shows. */
  onSelectMatching: (() => void) | null;
  onClear: () => void;
  onAction: (action: BulkAction) => void;
  isBin: boolean;
  mayDecideAll: boolean;
  isPending: boolean;
  topics: Choice[];
  authors: Choice[];
}

/** Offers the actions on the selected posts. */
export function SelectionBar(props: Props) {
  const { count, total, onSelectMatching, onClear, onAction, isBin, mayDecideAll, isPending } = props;
  const words = useDeskWords().posts;
  const language = useDeskLanguage();
  const button = (action: BulkAction['kind'] & ('bin' | 'restore' | 'withdraw'), name: string) => (
    <Button disabled={isPending} onClick={() => onAction({ kind: action })}>
      {name}
    </Button>
  );
  const purge = () => {
    if (window.confirm(fill(words.purgeConfirm, { count: formatCount(count, language) })))
      onAction({ kind: 'purge' });
  };
  return (
    <fieldset className={barStyle({ className: 'max-sm:p-2 max-sm:text-ui' })}>
      <legend className="sr-only">{words.withSelected}</legend>
      <p className="font-strong" aria-live="polite">
        {fill(words.selected, { count: formatCount(count, language) })}
      </p>
      {onSelectMatching && (
        <button type="button" className={linkButtonStyle} onClick={onSelectMatching}>
          {fill(words.selectMatching, { total: formatCount(total, language) })}
        </button>
      )}
      <span className="flex flex-wrap gap-2 sm:ml-auto">
        {isBin ? (
          <>
            {button('restore', words.fromBin)}
            {mayDecideAll && (
              <Button tone="grave" disabled={isPending} onClick={purge}>
                {words.purge}
              </Button>
            )}
          </>
        ) : (
          <>
            {mayDecideAll && <Relabel {...props} />}
            {mayDecideAll && button('withdraw', words.withdraw)}
            {button('bin', words.toBin)}
          </>
        )}
        <Button onClick={onClear}>{words.clear}</Button>
      </span>
    </fieldset>
  );
}

/** Chooses from topics and authors in one field; nothing happens until the choice is applied. */
function Relabel({ topics, authors, isPending, onAction }: Props) {
  const words = useDeskWords().posts;
  const [chosen, setChosen] = useState('');
  const group = (kind: string, name: string, choices: Choice[]) => (
    <optgroup label={name}>
      {choices.map((choice) => (
        <option key={choice.id} value={`${kind}:${choice.id}`}>
          {choice.name}
        </option>
      ))}
    </optgroup>
  );
  return (
    <span className="flex flex-wrap gap-2 max-sm:min-w-36 max-sm:flex-1">
      <Select
        className="max-sm:min-w-36 max-sm:flex-1 sm:max-w-52"
        aria-label={words.change}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{words.change}</option>
        {group('addTopic', words.addTopic, topics)}
        {group('removeTopic', words.removeTopic, topics)}
        {group('setAuthor', words.setAuthor, authors)}
      </Select>
      {chosen && (
        <Button
          disabled={isPending}
          onClick={() => {
            onAction(actionOf(chosen));
            setChosen('');
          }}
        >
          {words.apply}
        </Button>
      )}
    </span>
  );
}

function actionOf(chosen: string): BulkAction {
  const [kind, id] = chosen.split(':');
  if (kind === 'setAuthor') return { kind, authorId: Number(id) };
  return { kind: kind === 'addTopic' ? 'addTopic' : 'removeTopic', topicId: Number(id) };
}
