import { parseOptions, USAGE } from '@/lib/bench/options';
import { runBench } from '@/lib/bench/run-bench';
import { runTool } from './run-tool';

/** Measures and prints the table. */
void runTool(async (args, cleanUp) => {
  const options = parseOptions(args);
  console.log(options ? `\n${await runBench(options, cleanUp, console.log)}` : USAGE);
});
