/*
 * A minimal set of rules for the attributes of a post's body. The editor loads them too, where even the
 * smallest build of zod would add 23 KB of script before the first keystroke.
 */

/** The allowed values of an attribute, and its default. */
export interface Rule<T> {
  isAllowed: (value: unknown) => value is T;
  /** The default. Without it the attribute is required, unless it may be missing. */
  otherwise?: T;
  mayBeMissing?: boolean;
}

/** Attributes by name, each with its rule. */
export type Shape = Record<string, Rule<unknown>>;

/** The attributes that these rules keep. */
export type Kept<S extends Shape> = { [Name in keyof S]: S[Name] extends Rule<infer T> ? T : never };

/** The rules of one node or mark. */
export interface Rules<S extends Shape> {
  shape: S;
  /** Returns the values that have a rule, or null when one of them is not allowed. */
  read: (values: unknown) => Kept<S> | null;
  /** Does the same for values that were read before. @throws TypeError when a value is not allowed. */
  require: (values: unknown) => Kept<S>;
}

/** Builds rules that drop values without a rule. */
export function rulesFor<S extends Shape>(shape: S): Rules<S> {
  return rules(shape, (values) => readShape(shape, values));
}

/** Builds rules that reject values without a rule. */
export function onlyRulesFor<S extends Shape>(shape: S): Rules<S> {
  return rules(shape, (values) =>
    Object.keys(values).every((name) => Object.hasOwn(shape, name)) ? readShape(shape, values) : null,
  );
}

function rules<S extends Shape>(
  shape: S,
  readFrom: (values: Record<string, unknown>) => Kept<S> | null,
): Rules<S> {
  const read = (values: unknown) => (isRecord(values) ? readFrom(values) : null);
  const require = (values: unknown) => {
    const kept = read(values);
    if (!kept) throw new TypeError(`These attributes break their rules: ${JSON.stringify(values)}`);
    return kept;
  };
  return { shape, read, require };
}

function readShape<S extends Shape>(shape: S, values: Record<string, unknown>): Kept<S> | null {
  const kept: Record<string, unknown> = {};
  for (const [name, { isAllowed, otherwise, mayBeMissing }] of Object.entries(shape)) {
    const given = Object.hasOwn(values, name) ? values[name] : undefined;
    if (given === undefined && mayBeMissing) continue;
    const value = given === undefined ? otherwise : given;
    if (!isAllowed(value)) return null;
    kept[name] = value;
  }
  return kept as Kept<S>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Allows text that meets a condition. */
export function text(holds: (text: string) => boolean): Rule<string> {
  return { isAllowed: (value): value is string => typeof value === 'string' && holds(value) };
}

/** Allows text up to a length; the default is empty. */
export function words(longest: number): Rule<string> {
  return { ...text(({ length }) => length <= longest), otherwise: '' };
}

/** Allows true or false; the default is false. */
export const flag: Rule<boolean> = {
  isAllowed: (value) => typeof value === 'boolean',
  otherwise: false,
};

/** Allows a whole number in a range, both ends included. */
export function whole(from: number, to: number): Rule<number> {
  const isAllowed = (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= from && Number(value) <= to;
  return { isAllowed };
}

/** Allows one of a few values. */
export function oneOf<const T>(...values: readonly T[]): Rule<T> {
  return { isAllowed: (value): value is T => values.includes(value as T) };
}

/** Allows null in addition to a rule; the default is null. */
export function orNull<T>(rule: Rule<T>): Rule<T | null> {
  return {
    isAllowed: (value): value is T | null => value === null || rule.isAllowed(value),
    otherwise: null,
  };
}

/** Gives a rule a default. */
export function or<T>(rule: Rule<T>, otherwise: T): Rule<T> {
  return { ...rule, otherwise };
}
