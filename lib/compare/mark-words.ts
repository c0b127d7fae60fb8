import { diffArrays } from 'diff';
import { MAX_EDITS } from './align';
import type { Piece, Setting, Token } from './types';

type Run = { change: Piece['change']; tokens: Token[] };

/** Merges the words of two lines, each marked as common, only on the left or only on the right. */
export function markWords(left: Token[], right: Token[]): Piece[] {
  const changes = diffArrays(left, right, {
    maxEditLength: MAX_EDITS,
  });
  if (!changes) return pieces([run('removed', left), run('added', right)]);
  const runs = changes.map(({ value, added, removed }) =>
    run(removed ? 'removed' : added ? 'added' : 'same', value),
  );
  return pieces(readable(runs));
}

/** Returns all words of a line with the same mark. */
export function markAll(tokens: Token[], change: Piece['change']): Piece[] {
  return pieces([run(change, tokens)]);
}

function run(change: Piece['change'], tokens: Token[]): Run {
  return { change, tokens };
}

/**
 * Merges changes that are separated only by a space or a comma: “the old bridge” and “a new road” read as one
 * change, not as three.
 */
function readable(runs: Run[]): Run[] {
  const read: Run[] = [];
  let [removed, added]: [Token[], Token[]] = [[], []];
  const settle = () => {
    if (removed.length) read.push(run('removed', removed));
    if (added.length) read.push(run('added', added));
    [removed, added] = [[], []];
  };
  runs.forEach(({ change, tokens }, index) => {
    if (change === 'removed') removed.push(...tokens);
    else if (change === 'added') added.push(...tokens);
    else if (removed.length && added.length && index < runs.length - 1 && isSlight(tokens)) {
      removed.push(...tokens);
      added.push(...tokens);
    } else {
      settle();
      read.push({ change, tokens });
    }
  });
  settle();
  return read;
}

function isSlight(tokens: Token[]): boolean {
  return tokens.every(({ isWord }) => !isWord);
}

/** Joins adjacent words with the same change and setting into one piece. */
function pieces(runs: Run[]): Piece[] {
  const joined: Piece[] = [];
  let lastSetting: Setting | undefined;
  for (const { change, tokens } of runs) {
    for (const { text, setting } of tokens) {
      const last = joined.at(-1);
      const isWords = setting.role === 'text' || setting.role === 'note';
      if (last && isWords && lastSetting === setting && last.change === change) last.text += text;
      else joined.push({ text, ...setting, change });
      lastSetting = setting;
    }
  }
  return joined;
}
