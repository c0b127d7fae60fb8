import { CleanUp } from '@/lib/bench/clean-up';
import { parseOptions, USAGE } from '@/lib/bench/options';
import { runBench } from '@/lib/bench/run-bench';
import { Refusal } from '@/lib/errors';

const cleanUp = new CleanUp();
let isStopped = false;

/** What is stopped under way fails for that reason alone, and leaves nothing behind. */
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => {
    isStopped = true;
    cleanUp.run().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (isStopped) return;
  const isUsage =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  console.error(error instanceof Refusal || (isUsage && error instanceof Error) ? error.message : error);
  process.exitCode = 1;
});

/** Measures and prints the table; nothing is left behind, however it ends. */
async function main(args: string[]): Promise<void> {
  const options = parseOptions(args);
  if (!options) {
    console.log(USAGE);
    return;
  }
  try {
    console.log(`\n${await runBench(options, cleanUp, console.log)}`);
  } finally {
    await cleanUp.run();
  }
}
