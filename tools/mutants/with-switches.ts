import type { Mutant } from './find-mutants';

/** The function that returns whether a mutant is the active one; the runner defines it. */
export const SWITCH = '__isMutant';

/**
 * Returns the source with all its mutants, each behind a switch, so that loading the module once is enough to try them
 * all.
 * @param numbers the number that switches each mutant on.
 */
export function withSwitches(source: string, mutants: Mutant[], numbers: Map<string, number>): string {
  const outermostFirst = [...mutants].sort((one, other) => one.start - other.start || other.end - one.end);
  return written(source, outermostFirst, numbers, 0, source.length);
}

/** Returns the text of a range; `mutants` are those within it. */
function written(
  source: string,
  mutants: Mutant[],
  numbers: Map<string, number>,
  from: number,
  to: number,
): string {
  let text = '';
  let at = from;
  let index = 0;
  while (index < mutants.length) {
    const first = mutants[index] as Mutant;
    let next = index;
    while ((mutants[next]?.start ?? to) < first.end) next += 1;
    const group = mutants.slice(index, next);
    const same = group.filter(({ start, end }) => start === first.start && end === first.end);
    const inner = group.filter((mutant) => !same.includes(mutant));
    text += source.slice(at, first.start);
    text += switched(written(source, inner, numbers, first.start, first.end), same, numbers);
    at = first.end;
    index = next;
  }
  return text + source.slice(at, to);
}

function switched(original: string, mutants: Mutant[], numbers: Map<string, number>): string {
  const isOn = ({ id }: Mutant) => `${SWITCH}(${numbers.get(id)})`;
  const statement = mutants.find(({ isStatement }) => isStatement);
  const choices = mutants
    .filter(({ isStatement }) => !isStatement)
    .map((mutant) => `${isOn(mutant)} ? ${inBrackets(mutant.replacement)} : `);
  const expression = choices.length ? `(${choices.join('')}${inBrackets(original)})` : original;
  return statement ? `{ if (!${isOn(statement)}) { ${expression} } }` : expression;
}

/** Puts code in brackets, except a pattern: it needs none, and `(` before `/<!--/` would make it an HTML comment. */
function inBrackets(code: string): string {
  return code.startsWith('/') ? code : `(${code})`;
}
