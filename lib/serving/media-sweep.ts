import type { Db } from '@/db/client';
import { sweepMedia } from '@/lib/media/sweep-media';

interface Options {
  mediaDir: string;
  say: (sentence: string) => void;
  report: (error: unknown) => void;
}

/** A sweep of the media folder that runs in the background. */
export interface MediaSweep {
  /** Ends it early, and waits until it reads nothing more. */
  stop(): Promise<void>;
}

/** Starts to remove the files that no row owns. Call it before requests are answered. */
export function startMediaSweep(db: Db, { mediaDir, say, report }: Options): MediaSweep {
  const controller = new AbortController();
  const sweep = sweepMedia(db, { mediaDir, say, signal: controller.signal }).catch(report);
  return {
    stop: () => {
      controller.abort();
      return sweep;
    },
  };
}
