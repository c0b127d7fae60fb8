import { DOMParser } from '@tiptap/pm/model';
import { parseHTML } from 'linkedom';
import { parseBody } from './parse';
import { documentSchema } from './schema';
import type { Body } from './types';

/**
 * The body that HTML holds, for importers: what the schema knows is kept, the rest falls away.
 * @throws Refusal `invalid` when what is left cannot be a body.
 */
export function bodyFromHtml(html: string): Body {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const node = DOMParser.fromSchema(documentSchema).parse(document.body as unknown as HTMLElement);
  return parseBody(node.toJSON());
}
