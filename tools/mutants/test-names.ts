import { NONE } from './plan';

/** What has a name and stands in something that has one. */
interface Named {
  name: string;
  suite?: Named;
}

/** How each copy of the tests of a file is called: by the number of its mutant. */
const COPY = /^mutant (-?\d+)$/;

/** The name of the group that holds the tests of a file for one mutant. */
export function copyName(mutant: number): string {
  return `mutant ${mutant}`;
}

/** The mutant for which a group is a copy; null when it is a group of the file's own. */
export function mutantOf({ name }: Named): number | null {
  const [, number] = COPY.exec(name) ?? [];
  return number === undefined ? null : Number(number);
}

/** The mutant in whose copy of the file a test is. */
export function copyOf(test: Named): number {
  for (let outer = test.suite; outer; outer = outer.suite) {
    const mutant = mutantOf(outer);
    if (mutant !== null) return mutant;
  }
  return NONE;
}

/** A test by its name and those of the groups in its file around it, whichever copy it is in. */
export function nameIn(test: Named): string {
  const names = [test.name];
  for (let outer = test.suite; outer && mutantOf(outer) === null; outer = outer.suite)
    names.unshift(outer.name);
  return names.join(' > ');
}
