import { diffArrays } from 'diff';
import { MAX_EDITS } from './align';
import type { Piece, Setting, Token } from './types';

type Run = { change: Piece['change']; tokens: Token[] };

/** The words of two lines in one, each marked as common, the left one's alone or the right one's alone. */
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

/** All words of a line that only one side has. */
export function markAll(tokens: Token[], change: Piece['change']): Piece[] {
  return pieces([run(change, tokens)]);
}

function run(change: Piece['change'], tokens: Token[]): Run {
  return { change, tokens };
}

/**
 * Changes that only a space or a comma keeps apart become one: “the old bridge” against “a new road”
 * reads as one change, not as three.
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

/** Neighbours that share their fate and their setting in one piece. */
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
