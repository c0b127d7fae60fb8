import { readPage } from '../formats/editions/page-document';
import { textEdition } from '../formats/editions/text-edition';
import { bodyOf, type Page } from './page';
import { hasEditions } from './requested-edition';
import { RouteTable } from './route-table';
import { ROUTES } from './routes';

/** A page whose text edition is wanted. */
export interface TextTask {
  page: Pick<Page, 'plain' | 'gzip'>;
  /** Its address, with its query. */
  key: string;
  /** The public address, without a trailing slash. */
  siteUrl: string;
}

/** A text edition. */
export interface WrittenText {
  /** HTML in UTF-8. */
  html: Uint8Array;
  policy: string;
}

const table = new RouteTable(ROUTES);
const encoder = new TextEncoder();

/**
 * Makes the text edition of a page in a thread: parsing a page and writing it again takes as long as rendering it, and
 * leaves much garbage.
 */
export default function writeText({ page, key, siteUrl }: TextTask): WrittenText {
  const document = readPage(Buffer.from(bodyOf(page)).toString());
  const { html, policy } = textEdition(document, key, {
    siteUrl,
    hasEditions: (path) => hasEditions(table, path),
  });
  return { html: encoder.encode(html), policy };
}
