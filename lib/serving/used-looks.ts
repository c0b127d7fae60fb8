/** What a page consists of: the classes and the names of its elements. */
export interface UsedLooks {
  classes: ReadonlySet<string>;
  tags: ReadonlySet<string>;
}

const OPENING_TAG = /<([a-z][a-z0-9]*)\b/gi;
const CLASS_ATTRIBUTE = /\sclass="([^"]*)"/g;
const ENTITIES: Record<string, string> = { amp: '&', gt: '>', lt: '<', quot: '"', '#x27': "'", '#39': "'" };

/** Finds out what HTML of ours consists of. */
export function usedLooks(html: string): UsedLooks {
  const classes = new Set([...classAttributes(html)].flatMap((value) => unescapeHtml(value).split(/\s+/)));
  return { classes, tags: tagsOf(html) };
}

/** Returns the shortest HTML that consists of the same; equal for parts of pages that need the same styles. */
export function specimenOf(html: string): string {
  const tags = [...tagsOf(html)].sort().map((name) => `<${name}>`);
  const classes = new Set([...classAttributes(html)].flatMap((value) => value.split(/\s+/)));
  return `${tags.join('')}<p class="${[...classes].sort().join(' ')}">`;
}

function tagsOf(html: string): Set<string> {
  return new Set(Array.from(html.matchAll(OPENING_TAG), ([, name = '']) => name.toLowerCase()));
}

/** Most elements of a list have the same. */
function classAttributes(html: string): Set<string> {
  return new Set(Array.from(html.matchAll(CLASS_ATTRIBUTE), ([, value = '']) => value));
}

function unescapeHtml(value: string): string {
  return value.replace(/&(amp|gt|lt|quot|#x27|#39);/g, (_entity, name: string) => ENTITIES[name] ?? '');
}
