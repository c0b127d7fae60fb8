import { parseOptions, USAGE } from '@/tools/fault-drill/options';
import { renderTable, writeTable } from '@/tools/fault-drill/report';
import { runFaultDrill } from '@/tools/fault-drill/run-fault-drill';
import { runTool } from './run-tool';

/** Runs the drill and prints the table; the exit code is 1 when a promise was broken. */
void runTool(async (args, cleanUp) => {
  const options = parseOptions(args);
  if (!options) return console.log(USAGE);
  const outcomes = await runFaultDrill(options, cleanUp, console.log);
  console.log(`\n${renderTable(outcomes)}`);
  if (options.isWritten) writeTable(outcomes, options);
  if (outcomes.some(({ isKept }) => isKept === false)) process.exitCode = 1;
});
