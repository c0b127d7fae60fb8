'use client';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, hintStyle, Input, Select } from '@/components/desk/ui/field';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import { previewPath } from '@/lib/addresses';
import { fill } from '@/lib/language/fill';

const DAYS = [1, 7, 30] as const;

/** Manages preview links, which let someone without an account read the draft for a limited time. */
export function PreviewLinks(props: PanelProps) {
  const words = useDeskWords().publishing;
  const { previewLinks } = props;
  return (
    <>
      <p className={hintStyle}>{words.previewLinkHint}</p>
      <MakeLink {...props} />
      {previewLinks.length > 0 && <LinkList {...props} />}
    </>
  );
}

function MakeLink({ draft, actions, commands }: PanelProps) {
  const words = useDeskWords().publishing;
  const [days, setDays] = useState<(typeof DAYS)[number]>(7);
  const [address, setAddress] = useState('');
  const [isCopied, setCopied] = useState(false);
  const make = async () => {
    const made = await commands.run(() => actions.createPreviewLink({ postId: draft.postId, days }), {
      text: words.linkMade,
    });
    setCopied(false);
    if (made) setAddress(window.location.origin + previewPath(made.token));
  };
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <>
      <div className="flex items-end gap-2">
        <Field label={words.worksFor}>
          {(control) => (
            <Select
              {...control}
              value={days}
              onChange={({ target }) => setDays(DAYS.find((one) => one === Number(target.value)) ?? 7)}
            >
              {DAYS.map((one) => (
                <option key={one} value={one}>
                  {words[`day${one}`]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button disabled={commands.isBusy} onClick={() => void make()}>
          {words.makeLink}
        </Button>
      </div>
      {address && (
        <div className="flex items-end gap-2">
          <Field label={words.linkOnce}>
            {(control) => (
              <Input
                {...control}
                readOnly
                value={address}
                onFocus={(event) => event.currentTarget.select()}
              />
            )}
          </Field>
          <Button onClick={() => void copy()}>{isCopied ? words.linkCopied : words.copyLink}</Button>
        </div>
      )}
    </>
  );
}

function LinkList({ draft, actions, commands, previewLinks }: PanelProps) {
  const words = useDeskWords().publishing;
  const moment = useDeskMoment();
  const revoke = (id: string) =>
    void commands.run(() => actions.revokePreviewLink({ postId: draft.postId, id }), { text: words.revoked });
  return (
    <ul className="grid gap-2">
      {previewLinks.map(({ id, expiresAt, madeBy }) => {
        const date = moment(expiresAt);
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <span>
              {fill(words.worksUntil, { date })}
              {madeBy && <span className={hintStyle}> · {madeBy}</span>}
            </span>
            <Button
              tone="grave"
              aria-label={fill(words.revokeOf, { date })}
              disabled={commands.isBusy}
              onClick={() => revoke(id)}
            >
              {words.revoke}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
