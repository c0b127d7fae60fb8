import type { LanguageCode } from '@/lib/language/languages';
import type { Missing } from '@/lib/posts/missing';
import type { Environment } from '@/lib/settings/environment';
import type { Fingerprints } from './fingerprints';
import type { LastingFault } from './health/health-watch';
import type { NextHandler } from './render';
import type { Route } from './route';

/** What request handling needs from the parts of a running publication. */
export interface Publication {
  settings: Environment;
  /** All addresses that are answered. */
  routes: readonly Route[];
  next: NextHandler;
  isDev: boolean;
  /** The build folder, relative to the working folder. */
  buildDir: string;
  currentVersion: () => number;
  /** Checks cached pages after a change; null: all pages are rendered again. */
  fingerprints: Pick<Fingerprints, 'of' | 'check'> | null;
  /** Returns the main language of the publication. */
  mainLanguage: () => LanguageCode;
  /** Returns the languages of the publication, the main one first. */
  languages: () => readonly LanguageCode[];
  /** Returns whether Next can have a page or file at a percent-decoded path. */
  hasPage: (path: string) => boolean;
  /** Returns the answer to programs at a percent-encoded path that has no file. */
  answerNoFile: (path: string) => Response;
  findMissing: (path: string) => Missing;
  /** Returns where the feed of a former WordPress site is now. @param target path and query, as received. */
  findFormerFeed: (target: string) => Missing;
  /** Returns the feed at a percent-encoded path. */
  answerFeed: (path: string) => Response;
  /** Returns the icon at a path. */
  answerIcon: (path: string) => Promise<Response>;
  /** Whether a token opens a session now. */
  isSession: (token: string) => boolean;
  /** Whether a preview link with this token is valid now. */
  isPreviewOpen: (token: string) => boolean;
  /** Returns what does not work now; costs nothing. */
  faults: () => readonly LastingFault[];
  /** Whether a row of the library names this file of a medium. */
  isServedMedia: (mediaId: string, file: string) => boolean;
  /** The operator's token for the details of the health check. */
  healthToken: string;
  report: (error: unknown) => void;
  /** Shows the operator a warning. */
  warn: (sentence: string) => void;
}
