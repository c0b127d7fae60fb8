import { zonedInstant, zonedInstants, zonedLocal } from '@/lib/settings/zoned-time';

/** A time that a person chose, in the publication's zone. */
export interface ChosenTime {
  /** In the format of `<input type="datetime-local">`. */
  local: string;
  /** When clocks go back over that time: its second instant. */
  isSecond: boolean;
}

/** Returns the instant of a chosen time (epoch ms); for one that clocks skip, the time that they show instead. */
export function chosenInstant({ local, isSecond }: ChosenTime, timeZone: string): number | null {
  const [first, second] = zonedInstants(local, timeZone);
  return (isSecond ? second : first) ?? first ?? zonedInstant(local, timeZone);
}

/** Returns the choice that means an instant. */
export function timeOf(instant: number, timeZone: string): ChosenTime {
  const local = zonedLocal(instant, timeZone);
  return { local, isSecond: zonedInstants(local, timeZone)[1] === instant };
}
