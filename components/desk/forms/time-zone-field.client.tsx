'use client';
import { useEffect, useRef } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Field, Select } from '@/components/desk/ui/field';
import { machineTimeZone } from '@/lib/settings/time-zones';

interface Props {
  /** Every time zone that the server knows: a browser's own list may have other spellings. */
  zones: string[];
  timeZone: string;
  /** Whether the device's own zone is chosen instead of `timeZone`, as long as nobody has chosen another. */
  followsDevice?: boolean;
  hint?: string;
}

/** Chooses one of all time zones, grouped by continent. */
export function TimeZoneField({ zones, timeZone, followsDevice = false, hint }: Props) {
  const words = useDeskWords().settings;
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const select = field.current;
    if (!followsDevice || select?.value !== timeZone) return;
    const zone = machineTimeZone();
    if (zones.includes(zone)) select.value = zone;
  }, [followsDevice, timeZone, zones]);
  const listed = zones.includes(timeZone) ? zones : [...zones, timeZone];
  return (
    <Field label={words.timeZone} hint={hint}>
      {(control) => (
        <Select {...control} ref={field} name="timeZone" defaultValue={timeZone}>
          {listed
            .filter((zone) => !zone.includes('/'))
            .map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          {continentsOf(listed).map((continent) => (
            <optgroup key={continent} label={continent}>
              {listed
                .filter((zone) => zone.startsWith(`${continent}/`))
                .map((zone) => (
                  <option key={zone} value={zone}>
                    {placeIn(zone)}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
      )}
    </Field>
  );
}

function continentsOf(zones: string[]): string[] {
  return [...new Set(zones.filter((zone) => zone.includes('/')).map((zone) => zone.split('/')[0] ?? ''))];
}

/** Returns `Phnom Penh` for `Asia/Phnom_Penh`, `Argentina – Salta` for `America/Argentina/Salta`. */
function placeIn(zone: string): string {
  return zone.split('/').slice(1).join(' – ').replaceAll('_', ' ');
}
