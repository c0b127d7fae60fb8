import { parseOptions, USAGE } from '@/tools/bench/options';
import { runBench } from '@/tools/bench/run-bench';
import { writePublication } from '@/tools/bench/write-publication';
import { runTool } from './run-tool';

/** Measures and prints the table, or only writes a publication. */
void runTool(async (args, cleanUp) => {
  const options = parseOptions(args);
  if (!options) console.log(USAGE);
  else if (options.into) console.log(await writePublication(options.into, options.posts));
  else console.log(`\n${await runBench(options, cleanUp, console.log)}`);
});
