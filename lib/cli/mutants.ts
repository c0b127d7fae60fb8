import { runMutants } from '@/tools/mutants/run-mutants';
import { runTool } from './run-tool';

/** Breaks each guarding rule in small ways and reports the changes that no test detected. */
void runTool(async (args, cleanUp) => {
  process.exitCode = (await runMutants(args, cleanUp, console.log)) ? 0 : 1;
});
