import { OperatorError } from '@/lib/errors';
import { parseOptions, USAGE } from '@/tools/loss-drill/options';
import { renderLosses, renderReport } from '@/tools/loss-drill/report';
import { runLossDrill } from '@/tools/loss-drill/run-loss-drill';
import { runTool } from './run-tool';

/** Runs the drill and prints the figures; the exit code is 1 when anything was lost. */
void runTool(async (args, cleanUp) => {
  const options = parseOptions(args);
  if (!options) return console.log(USAGE);
  const { CHROMIUM_PATH: chromium } = process.env;
  if (!chromium) throw new OperatorError('Start this with “npm run loss-drill”, which finds a browser.');
  const startedAt = Date.now();
  const rounds = await runLossDrill(options, chromium, cleanUp, console.log);
  const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
  console.log(
    `\n${renderReport(rounds)}\n\nSeed ${options.seed}, ${minutes} minutes.\n${renderLosses(rounds)}`,
  );
  if (rounds.some(({ losses }) => losses.length > 0)) process.exitCode = 1;
});
