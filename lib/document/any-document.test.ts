import { DOMParser, DOMSerializer, Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { anyBody } from '@/tools/testing/any-body';
import { renderBodyHtml } from './html';
import type { MediaFacts } from './media-facts';
import { parseBody } from './parse';
import { documentSchema } from './schema';
import { bodyText } from './text';
import type { Body } from './types';
import { writtenHtml } from './written-html';

/** Writes a document as the HTML of a copy, and parses that as a paste does. */
function throughClipboard(node: Node): Node {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const holder = document.createElement('div');
  holder.append(DOMSerializer.fromSchema(documentSchema).serializeFragment(node.content, { document }));
  const pasted = parseHTML(`<!doctype html><html><body>${writtenHtml(holder)}</body></html>`).document.body;
  const options = { preserveWhitespace: true as const };
  return DOMParser.fromSchema(documentSchema).parse(pasted as unknown as HTMLElement, options);
}

test('any document survives the clipboard unchanged', () => {
  fc.assert(
    fc.property(anyBody(), (node) => {
      expect(throughClipboard(node).toJSON()).toEqual(node.toJSON());
    }),
    { numRuns: 150 },
  );
});

test('any document is unchanged by parsing it once or twice', () => {
  fc.assert(
    fc.property(anyBody(), (node) => {
      const kept = parseBody(node.toJSON());
      expect(Node.fromJSON(documentSchema, kept).toJSON()).toEqual(node.toJSON());
      expect(parseBody(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    }),
    { numRuns: 150 },
  );
});

test('the generated documents contain every node and every mark of the schema', () => {
  const seen = new Set<string>();
  for (const node of fc.sample(anyBody(), { numRuns: 1000, seed: 1 })) {
    node.descendants((child) => {
      seen.add(child.type.name);
      for (const mark of child.marks) seen.add(mark.type.name);
    });
  }
  const wanted = [...Object.keys(documentSchema.nodes), ...Object.keys(documentSchema.marks)];
  expect(wanted.filter((name) => name !== 'doc' && !seen.has(name))).toEqual([]);
});

const OUR_ELEMENTS = new Set(
  'p h2 h3 ul ol li blockquote figure figcaption div span hr table tbody tr td th section sup sub a strong em s br code pre aside details summary audio video source picture img'.split(
    ' ',
  ),
);

test('any document renders as our own elements with its words in them', () => {
  fc.assert(
    fc.property(anyBody(), (node) => {
      const body = node.toJSON() as Body;
      const html = renderBodyHtml(body, { media: anyMedia(node), language: 'en' });
      const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
      for (const element of document.body.querySelectorAll('*')) {
        expect(OUR_ELEMENTS).toContain(element.localName);
        for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^on|^style$/);
      }
      const shown = bare(document.body.textContent ?? '');
      for (const line of bodyText(body).split('\n')) expect(shown).toContain(bare(line));
    }),
    { numRuns: 150 },
  );
});

/** Removes spaces and note numbers, which appear between the words. */
function bare(text: string): string {
  return text.replace(/[\s\d]/g, '');
}

/** Returns facts for every picture, audio file and video of a document. */
function anyMedia(node: Node): Map<string, MediaFacts> {
  const found = new Map<string, MediaFacts>();
  node.descendants(({ attrs }) => {
    for (const id of [attrs.mediaId, attrs.poster]) if (id) found.set(id, factsOf(id));
  });
  return found;
}

function factsOf(id: string): MediaFacts {
  const size = { widthPx: 640, heightPx: 360, bytes: 1 };
  const hostile = '"><script>x</script>';
  const mimes = ['image/webp', 'image/jpeg', 'audio/mpeg', 'audio/ogg', 'video/mp4'];
  const renditions = mimes.map((mime) => ({ ...size, mime, file: `640.${mime.split('/')[1]}` }));
  const said = { alt: hostile, caption: hostile, credit: hostile };
  const focus = { focusX: 50, focusY: 50 };
  return { id, kind: 'picture', mime: 'image/jpeg', ...size, ...said, ...focus, renditions };
}
