import type { Browser } from '@playwright/test';
import type { CleanUp } from '@/tools/running/clean-up';
import type { AuditedPage } from './audited-pages';
import type { Options } from './options';

/** A system that readers have. */
export interface System {
  /** Its Khmer typeface, as the report names it. */
  typeface: string;
  /** The environment that browsers are started with. */
  env: NodeJS.ProcessEnv;
  /** Whether only pages in Khmer are judged on it: others look as they do on the first system. */
  isForKhmer: boolean;
}

/** What every part of the audit uses. */
export interface Audit {
  options: Options;
  cleanUp: CleanUp;
  /** A temporary folder, removed at the end. */
  folder: string;
  tools: { java: string; chromium: string; packages: string };
  /** The systems that pages are judged on, by the Khmer typeface that they have. */
  systems: System[];
  /** The address of the publication, without a slash at its end. */
  url: string;
  /** The cookie header that signs the owner's browser in. */
  cookie: string;
  browser: Browser;
  pages: AuditedPage[];
  say: (sentence: string) => void;
}

/** What a part of the audit found. */
export interface Verdict {
  /** The report, as lines or a table. */
  report: string;
  hasPassed: boolean;
}
