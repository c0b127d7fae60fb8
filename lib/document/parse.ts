import { Node } from '@tiptap/pm/model';
import { z } from 'zod';
import { Refusal } from '@/lib/errors';
import { LATER_ATTRIBUTES, MARK_ATTRIBUTES, NODE_ATTRIBUTES } from './attributes';
import { documentSchema } from './schema';
import type { Body, BodyMark, BodyNode } from './types';

const LARGEST_BODY_BYTES = 2_000_000;
const DEEPEST = 40;

const RawMark = z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).nullish() });
const RawNode = z.object({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).nullish(),
  content: z.array(z.unknown()).nullish(),
  marks: z.array(RawMark).nullish(),
  text: z.string().nullish(),
});

/**
 * Parses unknown data into a body: the schema's `check()` validates the structure, each attribute has its own
 * rule, size and depth are limited. The official nodes do not validate their attributes.
 * @throws Refusal `invalid` with what is wrong.
 */
export function parseBody(unknown: unknown): Body {
  const hardened = hardenNode(unknown, 0);
  if (Buffer.byteLength(JSON.stringify(hardened)) > LARGEST_BODY_BYTES) {
    throw new Refusal('invalid', 'textTooLong');
  }
  if (hardened.type !== 'doc') throw new Refusal('invalid', 'textNoDocument');
  try {
    const node = Node.fromJSON(documentSchema, hardened);
    node.check();
    const body: Body = node.toJSON();
    dropLaterDefaults(body);
    return body;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const refusal = new Refusal('invalid', 'textWrongStructure');
    refusal.cause = error;
    throw refusal;
  }
}

/** Removes attributes with their default that bodies from before do not have. */
function dropLaterDefaults(node: BodyNode): void {
  const later = LATER_ATTRIBUTES[node.type];
  const shape = NODE_ATTRIBUTES[node.type]?.shape;
  if (later && node.attrs) {
    // A copy, because ProseMirror shares the attributes of a node, and even those of a type.
    const kept = Object.entries(node.attrs).filter(
      ([name, value]) => !later.includes(name) || value !== shape?.[name]?.otherwise,
    );
    node.attrs = Object.fromEntries(kept);
  }
  for (const child of node.content ?? []) dropLaterDefaults(child);
}

function hardenNode(unknown: unknown, depth: number): BodyNode {
  if (depth > DEEPEST) throw new Refusal('invalid', 'textTooDeep');
  const raw = RawNode.safeParse(unknown);
  if (!raw.success) throw new Refusal('invalid', 'textWrongStructure');
  const { type, attrs, content, marks, text } = raw.data;
  return {
    type,
    ...hardenedAttributes(NODE_ATTRIBUTES, type, attrs),
    ...(content ? { content: content.map((child) => hardenNode(child, depth + 1)) } : {}),
    ...(marks ? { marks: marks.map(hardenMark) } : {}),
    ...(typeof text === 'string' ? { text } : {}),
  };
}

function hardenMark({ type, attrs }: z.infer<typeof RawMark>): BodyMark {
  return { type, ...hardenedAttributes(MARK_ATTRIBUTES, type, attrs) };
}

function hardenedAttributes(
  rules: typeof NODE_ATTRIBUTES,
  type: string,
  attrs: Record<string, unknown> | null | undefined,
): { attrs?: Record<string, unknown> } {
  const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
  if (!rule) throw new Refusal('invalid', 'textUnknownPart', { part: type.slice(0, 40) });
  const kept = rule.read(attrs ?? {});
  if (!kept) throw new Refusal('invalid', 'textWrongValues', { part: type });
  return attrs ? { attrs: kept } : {};
}
