import { parseOptions, USAGE } from '@/tools/audit/options';
import { runAudit } from '@/tools/audit/run-audit';
import { runTool } from './run-tool';

/** Audits every kind of page; the exit code is 0 only when all of them pass. */
void runTool(async (args, cleanUp) => {
  const options = parseOptions(args);
  if (!options) return console.log(USAGE);
  const hasPassed = await runAudit(options, cleanUp, console.log);
  console.log(hasPassed ? 'All checks passed.' : 'Some checks failed. See above.');
  if (!hasPassed) process.exitCode = 1;
});
