import type { Missing } from '@/lib/posts/missing';
import type { Environment } from '@/lib/settings/environment';
import type { NextHandler } from './render';
import type { Route } from './route';

/** What the parts of a running publication are to the answering of requests. */
export interface Publication {
  settings: Environment;
  /** Every address that is answered. */
  routes: readonly Route[];
  next: NextHandler;
  isDev: boolean;
  /** Where the build is, from the working folder. */
  buildDir: string;
  currentVersion: () => number;
  findMissing: (path: string) => Missing;
  /** The feed at a percent-encoded path. */
  answerFeed: (path: string) => Response;
  /** Whether a link to a draft with this token works now. */
  isPreviewOpen: (token: string) => boolean;
  /** Throws when the publication is not well. */
  checkHealth: () => void;
  /** With it, the operator sees the details of the publication's health. */
  healthToken: string;
  report: (error: unknown) => void;
  /** Tells the operator a sentence. */
  warn: (sentence: string) => void;
}
