'use client';
import { fill } from '@/lib/language/fill';
import { zonedInstants, zonedLocal, zoneOffset } from '@/lib/settings/zoned-time';
import { type ChosenTime, chosenInstant } from './chosen-time';
import { useDeskMoment, useDeskWords } from './desk-words.client';
import { Field, Input, Select } from './field';

interface TimeFieldProps {
  timeZone: string;
  time: ChosenTime;
  onTime: (time: ChosenTime) => void;
  className?: string;
}

/** Asks for the time of publication, and warns of one that clocks skip or show twice on that day. */
export function TimeField({ timeZone, time, onTime, className = '' }: TimeFieldProps) {
  const words = useDeskWords().publishing;
  const { local, isSecond } = time;
  const instants = zonedInstants(local, timeZone);
  return (
    <div className={`grid gap-2 ${className}`}>
      <Field
        label={fill(words.dateAndTime, { zone: timeZone })}
        error={useSkippedTime(time, timeZone)}
        hint={instants.length > 1 && fill(words.doubledTime, { zone: timeZone })}
      >
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            required
            min={zonedLocal(Date.now(), timeZone)}
            value={local}
            onChange={({ target }) => onTime({ local: target.value, isSecond: false })}
          />
        )}
      </Field>
      {instants.length > 1 && (
        <Field label={words.whichTime}>
          {(control) => (
            <Select
              {...control}
              value={isSecond ? 1 : 0}
              onChange={({ target }) => onTime({ local, isSecond: target.value === '1' })}
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
function useSkippedTime(time: ChosenTime, timeZone: string): string | undefined {
  const words = useDeskWords().publishing;
  const moment = useDeskMoment();
  const instant = chosenInstant(time, timeZone);
  if (instant === null || instant < Date.now() || zonedInstants(time.local, timeZone).length > 0) return;
  return fill(words.skippedTime, { zone: timeZone, date: moment(instant) });
}
