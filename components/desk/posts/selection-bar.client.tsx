'use client';
import { useState } from 'react';
import { useDeskLanguage, useDeskWords } from '@/components/desk/ui/desk-words.client';
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
    <button type="button" className="quiet" disabled={isPending} onClick={() => onAction({ kind: action })}>
      {name}
    </button>
  );
  const purge = () => {
    if (window.confirm(fill(words.purgeConfirm, { count: formatCount(count, language) })))
      onAction({ kind: 'purge' });
  };
  return (
    <fieldset className="selection-bar">
      <legend className="sr-only">{words.withSelected}</legend>
      <p aria-live="polite">{fill(words.selected, { count: formatCount(count, language) })}</p>
      {onSelectMatching && (
        <button type="button" className="link" onClick={onSelectMatching}>
          {fill(words.selectMatching, { total: formatCount(total, language) })}
        </button>
      )}
      <span className="selection-actions">
        {isBin ? (
          <>
            {button('restore', words.fromBin)}
            {mayDecideAll && (
              <button type="button" className="quiet grave" disabled={isPending} onClick={purge}>
                {words.purge}
              </button>
            )}
          </>
        ) : (
          <>
            {mayDecideAll && <Relabel {...props} />}
            {mayDecideAll && button('withdraw', words.withdraw)}
            {button('bin', words.toBin)}
          </>
        )}
        <button type="button" className="quiet" onClick={onClear}>
          {words.clear}
        </button>
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
    <span className="selection-relabel">
      <select
        className="input"
        aria-label={words.change}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{words.change}</option>
        {group('addTopic', words.addTopic, topics)}
        {group('removeTopic', words.removeTopic, topics)}
        {group('setAuthor', words.setAuthor, authors)}
      </select>
      {chosen && (
        <button
          type="button"
          className="quiet"
          disabled={isPending}
          onClick={() => {
            onAction(actionOf(chosen));
            setChosen('');
          }}
        >
          {words.apply}
        </button>
      )}
    </span>
  );
}

function actionOf(chosen: string): BulkAction {
  const [kind, id] = chosen.split(':');
  if (kind === 'setAuthor') return { kind, authorId: Number(id) };
  return { kind: kind === 'addTopic' ? 'addTopic' : 'removeTopic', topicId: Number(id) };
}
