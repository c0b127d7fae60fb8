import { parseOptions, USAGE } from '@/tools/bench/options';
import { runBench } from '@/tools/bench/run-bench';
import { runTool } from './run-tool';

/** Measures and prints the table. */
void runTool(async (args, cleanUp) => {
  const options = parseOptions(args);
  console.log(options ? `\n${await runBench(options, cleanUp, console.log)}` : USAGE);
});
