/** A whole number of at least four digits, which may also be written in groups of three. */
const LONG_NUMBER = /^\d{4,15}$/;
const FIRST_GROUP = /^\d{1,3}$/;
const GROUP = /^\d{3}$/;
/** The ways to write “to give”, in clusters as they are indexed: all are in use, and official spelling has changed. */
const TO_GIVE: readonly (readonly string[])[] = [['ឱ្យ'], ['ឲ្យ'], ['អោ', 'យ']];

/** Whether a word can continue a number that is written in groups, as in 12 000. */
export function continuesNumber(before: string[], next: string[]): boolean {
  const last = before.at(-1) ?? '';
  const isNumber = before.length === 1 ? FIRST_GROUP.test(last) : GROUP.test(last) && isGrouped(before);
  return isNumber && next.length > 0 && next.every((key) => GROUP.test(key));
}

/**
 * Returns the other ways in which consecutive words are written: numbers in groups of three digits or without them,
 * and the Khmer word that has three spellings.
 */
export function otherSpellings(keys: string[]): string[][] {
  const numbers = [keys, withoutGroups(keys), inGroups(keys)];
  const all = numbers.flatMap((each) => [each, ...TO_GIVE.map((spelling) => withToGive(each, spelling))]);
  const others = new Map(all.map((each) => [each.join(' '), each]));
  others.delete(keys.join(' '));
  return [...others.values()];
}

function isGrouped([first = '', ...others]: string[]): boolean {
  return FIRST_GROUP.test(first) && others.every((key) => GROUP.test(key));
}

function inGroups(keys: string[]): string[] {
  return keys.flatMap((key) => {
    if (!LONG_NUMBER.test(key)) return [key];
    const first = key.length % 3 || 3;
    const groups = [key.slice(0, first)];
    for (let at = first; at < key.length; at += 3) groups.push(key.slice(at, at + 3));
    return groups;
  });
}

function withoutGroups(keys: string[]): string[] {
  const joined: string[] = [];
  let isNumber = false;
  for (const key of keys) {
    if (isNumber && GROUP.test(key)) joined.push(`${joined.pop() ?? ''}${key}`);
    else {
      joined.push(key);
      isNumber = FIRST_GROUP.test(key);
    }
  }
  return joined;
}

function withToGive(keys: string[], spelling: readonly string[]): string[] {
  const replaced: string[] = [];
  for (let at = 0; at < keys.length; ) {
    const found = TO_GIVE.find((each) => each.every((key, n) => keys[at + n] === key));
    replaced.push(...(found ? spelling : keys.slice(at, at + 1)));
    at += found?.length ?? 1;
  }
  return replaced;
}
