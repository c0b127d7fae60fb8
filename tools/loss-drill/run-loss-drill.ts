import type { CleanUp } from '@/tools/running/clean-up';
import { Random } from '@/tools/running/random';
import { type Round, Scenario } from './lane';
import type { Options } from './options';

const TELL_EVERY = 50;

/**
 * Drills until all rounds are done; the lanes take them as they come.
 * @throws when something other than the drilled fault breaks, or when the drill saw no claim to check.
 */
export async function runLossDrill(
  { rounds, seed, lanes }: Options,
  program: string,
  cleanUp: CleanUp,
  say: (line: string) => void,
): Promise<Round[]> {
  const done: Round[] = [];
  const startedAt = Date.now();
  const drill = async (number: number) => {
    const lane = await Scenario.open(program, new Random(seed * 1000 + number), cleanUp);
    // Each lane has its own share, so that the same seed makes the same choices whatever its speed.
    const share = Math.floor(rounds / lanes) + (number < rounds % lanes ? 1 : 0);
    for (let n = 0; n < share; n += 1) {
      const round = await lane.round();
      done.push(round);
      for (const loss of round.losses)
        say(`LOSS in lane ${number}, round ${n}, ${round.fault}: ${loss.what}`);
      if (done.length % TELL_EVERY === 0)
        say(`${done.length} of ${rounds} rounds, ${Math.round((Date.now() - startedAt) / 1000)} s`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, rounds) }, (_, number) => drill(number)));
  requireClaims(done);
  return done;
}

/** A drill that never saw the indicator say “saved” has checked nothing of what it promises. */
function requireClaims(rounds: Round[]): void {
  if (rounds.every(({ claims }) => claims.saved === 0))
    throw new Error('The save indicator was never seen to say “saved”, so the drill proves nothing.');
}
