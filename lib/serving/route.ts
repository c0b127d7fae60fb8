import type { Edition } from '../formats/editions/edition-addresses';

/** The part of the program that answers. */
export type Room =
  /** A page for people, rendered by Next. */
  | 'page'
  /** A file that Next makes: the sitemap, a sharing picture. */
  | 'data'
  | 'feed'
  /** Another form of the page that the rest of the address names. */
  | 'edition'
  /** The feed of a WordPress site that was at this domain. */
  | 'former-feed'
  /** A file of the build or of `public`. */
  | 'files'
  | 'media'
  | 'admin'
  | 'preview'
  | 'shared-preview'
  | 'health'
  /** No page: the former address of a post, or nothing. */
  | 'none';

/** How long an answer is kept, and where. */
export type CacheRule =
  /** In the reader cache; at edges until publishing purges it. */
  | 'reader'
  /** The same, but in a part of the reader cache from which it cannot push out pages. */
  | 'reader-apart'
  /** By everybody, without an end: the bytes at this address never change. */
  | 'immutable'
  /** By nobody. */
  | 'never'
  /** By everybody for a time that the room names. */
  | 'room';

/** The most characters of a request's target, percent-encoded. */
export interface Limits {
  /** A longer path names no page. */
  path: number;
  /** A longer query is refused. */
  query: number;
}

/** A form that readers may post to an address. */
export interface PostedForm {
  maxBytes: number;
  /** How many times one network address may post it within `perMs`. */
  times: number;
  perMs: number;
  /** Takes the form. @returns where the browser goes next, as an address of this site. */
  take: (fields: URLSearchParams) => string | Promise<string>;
}

/** The forms of a page in which readers get it, other than the page itself. */
export type EditionName = Exclude<Edition, 'page'>;

/** One row of the table. */
export interface Route {
  /**
   * Segments: literal, `(one|another)`, `:name` for any one or for what `PARAMETERS` says, `*` at the
   * end for one or more, `*` before others for any number.
   */
  pattern: string;
  /** Matches only a query that has this parameter. */
  parameter?: string;
  room: Room;
  methods: readonly string[];
  cache: CacheRule;
  limits: Limits;
  /** Parameters that the page knows; all others are dropped, so that trackers cannot multiply what is kept. */
  query?: readonly string[];
  /** Media types among which `Accept` chooses; the first is the usual one. */
  accept?: readonly [string, ...string[]];
  edition?: EditionName;
  /** Reached by its plain address alone, never by an encoded spelling or in an edition. */
  isClosed?: true;
  form?: PostedForm;
}
