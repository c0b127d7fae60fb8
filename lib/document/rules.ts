/*
 * Rules for attributes, as few as a post's body needs. The editor has them too, where even the smallest
 * build of zod would be 23 KB of script before the first key.
 */

/** Which values an attribute may have, and what stands for one that is left out. */
export interface Rule<T> {
  isAllowed: (value: unknown) => value is T;
  /** Without it the attribute has to be there, unless it may be missing. */
  otherwise?: T;
  mayBeMissing?: boolean;
}

/** Attributes by name, each with its rule. */
export type Shape = Record<string, Rule<unknown>>;

/** What is kept of attributes under these rules. */
export type Kept<S extends Shape> = { [Name in keyof S]: S[Name] extends Rule<infer T> ? T : never };

/** The rules of one node or mark. */
export interface Rules<S extends Shape> {
  shape: S;
  /** What is kept of these values, or null when one of them is not allowed. */
  read: (values: unknown) => Kept<S> | null;
  /** The same for what was read before. @throws TypeError when a value is not allowed. */
  require: (values: unknown) => Kept<S>;
}

/** Rules under which what has no rule is left out. */
export function rulesFor<S extends Shape>(shape: S): Rules<S> {
  return rules(shape, (values) => readShape(shape, values));
}

/** Rules under which there is room for nothing else. */
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

/** A text of which a condition holds. */
export function text(holds: (text: string) => boolean): Rule<string> {
  return { isAllowed: (value): value is string => typeof value === 'string' && holds(value) };
}

/** Words that may be left out. */
export function words(longest: number): Rule<string> {
  return { ...text(({ length }) => length <= longest), otherwise: '' };
}

/** True or false; false when it is left out. */
export const flag: Rule<boolean> = {
  isAllowed: (value) => typeof value === 'boolean',
  otherwise: false,
};

/** A whole number in a range, both ends in it. */
export function whole(from: number, to: number): Rule<number> {
  const isAllowed = (value: unknown): value is number =>
    Number.isInteger(value) && Number(value) >= from && Number(value) <= to;
  return { isAllowed };
}

/** One of a few values. */
export function oneOf<const T>(...values: readonly T[]): Rule<T> {
  return { isAllowed: (value): value is T => values.includes(value as T) };
}

/** A value under this rule, or null, which stands for one that is left out too. */
export function orNull<T>(rule: Rule<T>): Rule<T | null> {
  return {
    isAllowed: (value): value is T | null => value === null || rule.isAllowed(value),
    otherwise: null,
  };
}

/** What stands for a value that is left out. */
export function or<T>(rule: Rule<T>, otherwise: T): Rule<T> {
  return { ...rule, otherwise };
}
