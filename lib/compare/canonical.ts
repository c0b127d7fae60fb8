import { NODE_ATTRIBUTES } from '@/lib/document/attributes';

/**
 * Returns a value as text that does not depend on the order of keys: equal values give equal text. An attribute of a
 * node with its default is the same as none, because the editor adds those that a stored text does not have.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (!isRecord(part)) return part;
    return Object.fromEntries(Object.entries(withoutDefaults(part)).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function withoutDefaults(part: Record<string, unknown>): Record<string, unknown> {
  const { type, attrs, ...others } = part;
  if (typeof type !== 'string' || !isRecord(attrs) || !Object.hasOwn(NODE_ATTRIBUTES, type)) return part;
  const shape = NODE_ATTRIBUTES[type]?.shape ?? {};
  const kept = Object.entries(attrs).filter(
    ([name, value]) => !Object.hasOwn(shape, name) || value !== shape[name]?.otherwise,
  );
  return { type, ...others, ...(kept.length > 0 ? { attrs: Object.fromEntries(kept) } : {}) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
