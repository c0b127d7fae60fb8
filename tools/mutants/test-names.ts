import { NONE } from './plan';

/** Something with a name, inside something else with a name. */
interface Named {
  name: string;
  suite?: Named;
}

/** The name of each copy of the tests of a file: it has the number of its mutant. */
const COPY = /^mutant (-?\d+)$/;

/** Returns the name of the group that holds the tests of a file for one mutant. */
export function copyName(mutant: number): string {
  return `mutant ${mutant}`;
}

/** Returns the mutant for which a group is a copy; null when it is one of the file's own groups. */
export function mutantOf({ name }: Named): number | null {
  const [, number] = COPY.exec(name) ?? [];
  return number === undefined ? null : Number(number);
}

/** Returns the mutant in whose copy of the file a test is. */
export function copyOf(test: Named): number {
  for (let outer = test.suite; outer; outer = outer.suite) {
    const mutant = mutantOf(outer);
    if (mutant !== null) return mutant;
  }
  return NONE;
}

/** Names a test by its own name and those of the groups around it in its file, whichever copy it is in. */
export function nameIn(test: Named): string {
  const names = [test.name];
  for (let outer = test.suite; outer && mutantOf(outer) === null; outer = outer.suite)
    names.unshift(outer.name);
  return names.join(' > ');
}
