import { parseOptions, USAGE } from '@/tools/flood-drill/options';
import { runFloodDrill } from '@/tools/flood-drill/run-flood-drill';
import { isKept, renderTable } from '@/tools/flood-drill/table';
import { writeTable } from '@/tools/flood-drill/write-table';
import { runTool } from './run-tool';

/** Runs the drill and prints the table; the exit code is 1 when a promise was broken. */
void runTool(async (args, cleanUp) => {
  const options = parseOptions(args);
  if (!options) return console.log(USAGE);
  const results = await runFloodDrill(options, cleanUp, console.log);
  const table = renderTable(results);
  console.log(`\n${table}`);
  if (options.isWritten) writeTable(table, options);
  if (!results.every(isKept)) process.exitCode = 1;
});
