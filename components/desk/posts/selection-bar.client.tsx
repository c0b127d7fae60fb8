'use client';
import { useState } from 'react';
import { Button, LinkButton } from '@/components/desk/ui/button';
import { ConfirmDialog } from '@/components/desk/ui/confirm-dialog.client';
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
  const { count, total, onSelectMatching, onClear, isBin } = props;
  const words = useDeskWords().posts;
  const language = useDeskLanguage();
  return (
    <fieldset className={barStyle({ className: 'max-sm:p-2 max-sm:text-ui' })}>
      <legend className="sr-only">{words.withSelected}</legend>
      <p className="font-strong" aria-live="polite">
        {fill(words.selected, { count: formatCount(count, language) })}
      </p>
      {onSelectMatching && (
        <LinkButton onClick={onSelectMatching}>
          {fill(words.selectMatching, { total: formatCount(total, language) })}
        </LinkButton>
      )}
      <span className="flex flex-wrap gap-2 sm:ml-auto">
        {isBin ? <BinActions {...props} /> : <PostActions {...props} />}
        <Button onClick={onClear}>{words.clear}</Button>
      </span>
    </fieldset>
  );
}

function BinActions({ count, mayDecideAll, isPending, onAction }: Props) {
  const words = useDeskWords().posts;
  const language = useDeskLanguage();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button disabled={isPending} onClick={() => onAction({ kind: 'restore' })}>
        {words.fromBin}
      </Button>
      {mayDecideAll && (
        <Button tone="grave" disabled={isPending} onClick={() => setAsking(true)}>
          {words.purge}
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          question={fill(words.purgeConfirm, { count: formatCount(count, language) })}
          yes={words.purge}
          onYes={() => onAction({ kind: 'purge' })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function PostActions(props: Props) {
  const words = useDeskWords().posts;
  const { mayDecideAll, isPending, onAction } = props;
  return (
    <>
      {mayDecideAll && <Relabel {...props} />}
      {mayDecideAll && (
        <Button disabled={isPending} onClick={() => onAction({ kind: 'withdraw' })}>
          {words.withdraw}
        </Button>
      )}
      <Button disabled={isPending} onClick={() => onAction({ kind: 'bin' })}>
        {words.toBin}
      </Button>
    </>
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
