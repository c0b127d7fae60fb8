import { type ContentMatch, Fragment, type Mark, type Node, type NodeType } from '@tiptap/pm/model';
import fc, { type GeneratorValue as Draw } from 'fast-check';
import { documentSchema } from '@/lib/document/schema';
import { LIST_TYPES } from '@/lib/language/list-signs';

/** How deep a generated document goes before it ends by the simplest content. */
const DEEPEST = 4;
const MOST_CHILDREN = 4;

/** Words of every kind that a post can contain: other scripts, HTML markup, significant spaces. */
const WORDS = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onclick='x",
    '&lt;b&gt; &amp;',
  ),
  fc.constantFrom('ការផ្សាយ', 'ទី​មួយ', '  two  spaces ', '👩🏽‍🚀', ']]>', '--', '`', '\u00a0'),
  fc.stringMatching(/^[ -~ក-៹]{1,12}$/),
);
const MEDIA_ID = fc.stringMatching(/^[a-z0-9]{8,12}$/);
const ADDRESS = fc
  .tuple(fc.constantFrom('https://example.org/', 'http://a.example:8080/x?y=1&z='), fc.webFragments())
  .map(([start, end]) => start + encodeURI(end).replace(/['"<>\s]/g, ''));

const HREF = fc.oneof(ADDRESS, fc.constantFrom('/about', '#notes', 'mailto:desk@example.org'));

const NOTE_RUN = fc.record(
  {
    text: WORDS,
    marks: fc.array(
      fc.oneof(
        fc.constantFrom(...['bold', 'italic', 'code', 'superscript']).map((type) => ({ type })),
        HREF.map((address) => ({ type: 'link', attrs: { href: address } })),
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['text'] },
);

/** Valid values, by the attribute’s name, with its node where that matters; other attributes get words. */
const VALUES: Record<string, fc.Arbitrary<unknown>> = {
  level: fc.constantFrom(2, 3),
  start: fc.nat(1000),
  checked: fc.boolean(),
  isWide: fc.boolean(),
  isDecorative: fc.boolean(),
  language: fc.constantFrom(null, 'css', 'C++', 'objective-c', 'c#'),
  mediaId: MEDIA_ID,
  poster: fc.option(MEDIA_ID),
  url: ADDRESS,
  transcript: fc.array(WORDS, { maxLength: 3 }).map((lines) => lines.join('\n\n')),
  colspan: fc.constantFrom(1, 2, 20),
  rowspan: fc.constantFrom(1, 2),
  align: fc.constantFrom(null, 'left', 'center', 'right'),
  'callout kind': fc.constantFrom('note', 'correction'),
  'embed kind': fc.constantFrom('link', 'youtube', 'facebook', 'x', 'telegram'),
  'embed mediaId': fc.option(MEDIA_ID),
  'footnote paragraphs': fc.option(fc.array(fc.array(NOTE_RUN, { maxLength: 3 }), { maxLength: 3 })),
  'footnote isAgain': fc.boolean(),
  'orderedList type': fc.constantFrom(...LIST_TYPES),
  'orderedList reversed': fc.boolean(),
  'tableCell colwidth': fc.constant(null),
  'tableHeader colwidth': fc.constant(null),
};

// Named once, since draws are distinguished by the function that makes them.
const below = (count: number) => fc.nat(count - 1);
const words = () => WORDS;
const href = () => HREF;

/**
 * Generates documents from the schema itself: any node where its content rule allows it, any mark where it is allowed,
 * every attribute with a valid value. A node that is added later is included without being named here, unless its
 * attributes have new names.
 */
export function anyBody(): fc.Arbitrary<Node> {
  return fc.gen().map((draw) => made(documentSchema.topNodeType, draw, 0));
}

function made(type: NodeType, draw: Draw, depth: number): Node {
  const children: Node[] = [];
  let match: ContentMatch | null = type.contentMatch;
  while (match && children.length < MOST_CHILDREN) {
    const next = nextType(match, draw, depth);
    if (!next) break;
    children.push(next.isText ? madeText(type, draw) : made(next, draw, depth + 1));
    match = match.matchType(next);
  }
  const content = Fragment.from(children);
  const rest = type.contentMatch.matchFragment(content)?.fillBefore(Fragment.empty, true);
  return type.createChecked(attributesOf(type, draw), rest ? content.append(rest) : content);
}

/** Returns what comes next, or null to stop here; deep down only what the rule still requires. */
function nextType(match: ContentMatch, draw: Draw, depth: number): NodeType | null {
  if (match.validEnd && (depth >= DEEPEST || draw(below, 4) === 0)) return null;
  const types = Array.from({ length: match.edgeCount }, (_none, index) => match.edge(index).type);
  const [plainest] = types;
  if (!plainest || depth >= DEEPEST) return plainest ?? null;
  return types[draw(below, types.length)] ?? null;
}

function madeText(parent: NodeType, draw: Draw): Node {
  const text = draw(words) + (parent.spec.code && draw(below, 2) === 0 ? '\n\tmore\n' : '');
  let marks: readonly Mark[] = [];
  for (const type of Object.values(documentSchema.marks)) {
    if (!parent.allowsMarkType(type) || draw(below, 5) > 0) continue;
    marks = type.create(type.name === 'link' ? { href: draw(href) } : null).addToSet(marks);
  }
  return documentSchema.text(text, marks);
}

function attributesOf(type: NodeType, draw: Draw): Record<string, unknown> {
  const names = Object.keys(type.spec.attrs ?? {});
  return Object.fromEntries(names.map((name) => [name, draw(attributeValue, type.name, name)]));
}

function attributeValue(node: string, name: string): fc.Arbitrary<unknown> {
  return VALUES[`${node} ${name}`] ?? VALUES[name] ?? fc.oneof(WORDS, fc.constant(''));
}
