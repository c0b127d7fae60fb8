import type { ReactNode } from 'react';
import { OutcomeForm } from '@/components/desk/ui/outcome-form.client';
import { Card, Meta, Rows } from '@/components/desk/ui/page';
import type { listPasskeys } from '@/lib/accounts/passkeys/passkeys';
import type { Answer } from '@/lib/errors';
import { formatDate } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';

interface PasskeysProps {
  words: DeskStrings;
  passkeys: ReturnType<typeof listPasskeys>;
  language: LanguageCode;
  timeZone: string;
  remove: (data: FormData) => Promise<Answer<unknown>>;
  /** The form that adds one. */
  children: ReactNode;
}

/** Lists the passkeys of an account. */
export function PasskeysSection({ words, passkeys, language, timeZone, remove, children }: PasskeysProps) {
  const say = words.passkeys;
  const lastUsed = (at: number) =>
    fill(say.lastUsed, { date: formatDate(at, language, { timeZone, hasOwnDigits: false }) });
  return (
    <Card title={say.heading}>
      <p className="mb-3">
        <Meta>{say.hint}</Meta>
      </p>
      {passkeys.length > 0 && (
        <Rows className="mb-4">
          {passkeys.map(({ id, name, lastUsedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3.5">
              <span className="min-w-0 flex-1">
                <span className="block truncate">{name || say.unnamed}</span>
                <Meta>{lastUsed(lastUsedAt)}</Meta>
              </span>
              <OutcomeForm action={remove} submit={say.remove} tone="quiet" confirm={say.removeAsk}>
                <input type="hidden" name="id" value={id} />
              </OutcomeForm>
            </li>
          ))}
        </Rows>
      )}
      {children}
    </Card>
  );
}
