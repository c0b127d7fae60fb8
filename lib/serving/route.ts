import type { Edition } from '../formats/editions/edition-addresses';

/** The part of the program that answers a request. */
export type HandlerName =
  /** A page for people, rendered by Next. */
  | 'page'
  /** A file that Next generates: the sitemap, a sharing picture. */
  | 'data'
  | 'feed'
  /** An icon: of the publication, or the program's own. */
  | 'icon'
  /** Another form of the page named by the rest of the address. */
  | 'edition'
  /** The feed of a WordPress site that was on this domain. */
  | 'former-feed'
  /** A file of the build. */
  | 'files'
  | 'media'
  | 'admin'
  | 'preview'
  | 'shared-preview'
  | 'health'
  /** Not a page: the former address of a post, or nothing. */
  | 'none';

/** How long and where an answer is cached. */
export type CacheRule =
  /** In the reader cache, and at edges until publishing purges it. */
  | 'reader'
  /** The same, but in a part of the reader cache that cannot evict pages. */
  | 'reader-apart'
  /** By everyone, without a limit: the bytes at this address never change. */
  | 'immutable'
  /** Not cached. */
  | 'never'
  /** By everyone, for a time that the handler sets. */
  | 'handler';

/** What a request may be at most; a larger or slower one is refused before any work. */
export interface Limits {
  /** Characters of the path, percent-encoded. */
  path: number;
  /** Characters of the query, percent-encoded. */
  query: number;
  /** Bytes of the body, whether or not its length is announced. */
  bodyBytes: number;
  /** How long the body may take to arrive. */
  bodyMs: number;
}

/** A form that readers may post to an address. */
export interface PostedForm {
  maxBytes: number;
  /** How many times one network address may post it within `perMs`. */
  times: number;
  perMs: number;
  /** Processes the form. @returns where the browser goes next, as an address of this site. */
  take: (fields: URLSearchParams) => string | Promise<string>;
}

/** The forms in which readers get a page, other than the page itself. */
export type EditionName = Exclude<Edition, 'page'>;

/** One row of the table. */
export interface Route {
  /**
   * Segments: literal, `(one|another)`, `:name` for any one or for what `PARAMETERS` defines, `*` at the end
   * for one or more, `*` before others for any number.
   */
  pattern: string;
  /** Matches only a query with this parameter. */
  parameter?: string;
  handler: HandlerName;
  methods: readonly string[];
  cache: CacheRule;
  limits: Limits;
  /** For people without a session, where others may send more. */
  limitsOfStrangers?: Limits;
  /**
   * Parameters that the page knows; all others are dropped, so that trackers cannot multiply what is cached.
   */
  query?: readonly string[];
  /** Media types that `Accept` can select; the first is the usual one. */
  accept?: readonly [string, ...string[]];
  edition?: EditionName;
  /**
   * Whether the page exists in each language: `main` for its plain address, which is that of the main language,
   * and `other` for the one that names a language.
   */
  inLanguages?: 'main' | 'other';
  /** A thread makes what depends on the query, and Next only the frame around it. */
  isSearch?: true;
  /** Reached only at its plain address, never by an encoded spelling or in an edition. */
  isClosed?: true;
  /** Not for readers: its path may contain a secret, so only its pattern is recorded. */
  isPrivate?: true;
  form?: PostedForm;
}
