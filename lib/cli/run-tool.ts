import { CleanUp } from '@/tools/running/clean-up';
import { operatorMessage } from './operator-message';

const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

/**
 * Runs a tool to its end and sets the exit code. A refusal or a wrong option is printed as one sentence, and
 * everything is cleaned up however the tool ends.
 */
export async function runTool(work: (args: string[], cleanUp: CleanUp) => Promise<void>): Promise<void> {
  const cleanUp = new CleanUp();
  let isStopped = false;
  for (const [signal, code] of SIGNALS) {
    process.on(signal, () => {
      // Work that was stopped fails only because it was stopped.
      isStopped = true;
      finish(cleanUp, code);
    });
  }
  try {
    await work(process.argv.slice(2), cleanUp);
  } catch (error) {
    if (isStopped) return;
    console.error(operatorMessage(error));
    process.exitCode = 1;
  } finally {
    await cleanUp.run();
  }
}

function finish(cleanUp: CleanUp, code: number) {
  cleanUp.run().then(
    () => process.exit(code),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
