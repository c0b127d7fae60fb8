'use client';
import { useDeskMoment, useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, Input, Select } from '@/components/desk/ui/field';
import { fill } from '@/lib/language/fill';
import { zonedInstants, zonedLocal, zoneOffset } from '@/lib/settings/zoned-time';
import { type Choice, chosenInstant } from './publish-modes';

interface TimeFieldProps {
  timeZone: string;
  choice: Choice;
  onChoice: (choice: Choice) => void;
}

/** Asks for the time of publication, and warns of one that clocks skip or show twice on that day. */
export function TimeField({ timeZone, choice, onChoice }: TimeFieldProps) {
  const words = useDeskWords().publishing;
  const { local } = choice;
  const instants = zonedInstants(local, timeZone);
  return (
    <div className="col-start-2 mt-2 mb-1 grid gap-2">
      <Field
        label={fill(words.dateAndTime, { zone: timeZone })}
        error={useSkippedTime(choice, timeZone)}
        hint={instants.length > 1 && fill(words.doubledTime, { zone: timeZone })}
      >
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            required
            min={zonedLocal(Date.now(), timeZone)}
            value={local}
            onChange={({ target }) => onChoice({ ...choice, local: target.value, isSecond: false })}
          />
        )}
      </Field>
      {instants.length > 1 && (
        <Field label={words.whichTime}>
          {(control) => (
            <Select
              {...control}
              value={choice.isSecond ? 1 : 0}
              onChange={({ target }) => onChoice({ ...choice, isSecond: target.value === '1' })}
            >
              {instants.map((instant, index) => (
                <option key={instant} value={index}>
                  {fill(index === 0 ? words.firstTime : words.secondTime, {
                    offset: zoneOffset(instant, timeZone),
                  })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}

/** Returns the warning for a coming time that clocks skip; nothing while it is being typed. */
function useSkippedTime(choice: Choice, timeZone: string): string | undefined {
  const words = useDeskWords().publishing;
  const moment = useDeskMoment();
  const instant = chosenInstant(choice, timeZone);
  if (instant === null || instant < Date.now() || zonedInstants(choice.local, timeZone).length > 0) return;
  return fill(words.skippedTime, { zone: timeZone, date: moment(instant) });
}
