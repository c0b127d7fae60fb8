import postcss, { type AtRule, type ChildNode, type Container, type Declaration, type Rule } from 'postcss';
import { type UsedLooks, usedLooks } from './used-looks';

/** A selector with what it needs: it can match nothing in a page without all of these. */
interface Selector {
  text: string;
  classes: string[];
  tags: string[];
}

/** A part of a stylesheet as text: what is always sent, a rule, or what is around rules, such as `@media`. */
type Part = string | { selectors: Selector[]; body: string } | { opening: string; parts: Part[] };

/** Cuts a stylesheet to the rules that a page can use. @param html the page, before anything is inlined. */
export type PageStyles = (html: string) => string;

/** Each is some 20 KB. */
const MOST_KNOWN = 30;
/** A functional pseudo-class with what is inside it, innermost first: what it lists is not needed by itself. */
const CONDITION = /(?<!\\):[a-z-]+\((?:\\.|[^\\()])*\)/g;
const IN_BRACKETS = /(?<!\\)\[(?:"[^"[]*"|[^\]["])*\]/g;
/** An escaped character: by itself, or as its number. @see https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
const ESCAPED = /\\(?:([0-9a-f]{1,6})\s?|(.))/gi;
const CLASS_NAME = /\.((?:\\[0-9a-f]{1,6}\s?|\\.|[\w-]|[^\0-\x7f])+)/gi;
const TAG_NAME = /(?:^|[\s>+~])([a-z][a-z0-9]*)/g;
const KHMER_TYPEFACES = /--khmer:[^;{}]*;?/g;
/** A variable of Tailwind's own, with its fallback. */
const OWN_VARIABLE = /var\((--tw-[\w-]+)(?:,((?:[^()]|\([^()]*\))*))?\)/g;

/**
 * Prepares a stylesheet for being sent with pages: each gets only the rules whose classes and elements it has. Tailwind
 * passes values through variables of its own, which readers need not download: their values take their place. So each utility must be whole by itself: two that
 * Tailwind joins through these variables (`translate-x-*` and `translate-y-*`, `shadow-*` and `ring-*`) replace each other.
 * @param css as built: minified, without nesting.
 */
export function pageStyles(css: string): PageStyles {
  const root = postcss.parse(css);
  resolveVariables(root);
  removeUnusedTokens(root);
  const faces = facesOf(root);
  const parts = partsOf(root);
  /** By what pages consist of: pages of a kind mostly consist of the same. */
  const known = new Map<string, string>();
  return (html) => {
    const used = usedLooks(html);
    const key = [...used.classes, '', ...used.tags, used.hasKhmer].join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size === MOST_KNOWN) known.clear();
    const styles = stylesFor(used);
    known.set(key, styles);
    return styles;
  };
  function stylesFor(used: UsedLooks): string {
    const all = textOf(parts, used);
    // A browser looks for each typeface of a list before it lays anything out, whatever letters there are.
    const rules = used.hasKhmer ? all : all.replace(KHMER_TYPEFACES, '');
    const named = faces.filter(({ family }) => rules.includes(family));
    return named.map(({ text }) => text).join('') + rules;
  }
}

/** Takes the typefaces out of a stylesheet: a page needs those that its rules name. */
function facesOf(root: Container): { family: string; text: string }[] {
  const faces: { family: string; text: string }[] = [];
  root.walkAtRules('font-face', (face) => {
    face.walkDecls('font-family', ({ value }) => {
      faces.push({ family: value.replace(/["']/g, ''), text: String(face) });
    });
    face.remove();
  });
  return faces;
}

function partsOf({ nodes = [] }: { nodes?: ChildNode[] }): Part[] {
  return nodes.map((node) => {
    if (node.type === 'rule') return { selectors: node.selectors.map(selectorOf), body: bodyOf(node) };
    if (node.type !== 'atrule' || !node.nodes) return `${node};`;
    return hasRules(node) ? { opening: openingOf(node), parts: partsOf(node) } : String(node);
  });
}

/** Whether rules for a page's elements are inside, unlike in `@page` and `@keyframes`. */
function hasRules({ name, nodes = [] }: AtRule): boolean {
  return !/keyframes$/.test(name) && nodes.every(({ type }) => type !== 'decl');
}

function openingOf({ name, params, raws }: AtRule): string {
  return `@${name}${raws.afterName ?? ' '}${params}`;
}

function bodyOf({ nodes }: Rule): string {
  return `{${nodes.join(';')}}`;
}

function textOf(parts: Part[], used: UsedLooks): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if ('body' in part) text += ruleText(part.selectors, part.body, used);
    else {
      const inside = textOf(part.parts, used);
      if (inside) text += `${part.opening}{${inside}}`;
    }
  }
  return text;
}

function ruleText(selectors: Selector[], body: string, used: UsedLooks): string {
  const matching = selectors.filter((selector) => canMatch(selector, used)).map(({ text }) => text);
  return matching.length === 0 ? '' : matching.join(',') + body;
}

function canMatch(selector: Selector, { classes, tags }: UsedLooks): boolean {
  return selector.classes.every((name) => classes.has(name)) && selector.tags.every((name) => tags.has(name));
}

function selectorOf(text: string): Selector {
  let bare = text.replace(IN_BRACKETS, '');
  for (let last = ''; last !== bare; ) [last, bare] = [bare, bare.replace(CONDITION, '')];
  const classes = [...bare.matchAll(CLASS_NAME)].map(([, name = '']) => unescapeCss(name));
  const tags = [...bare.replace(CLASS_NAME, '').matchAll(TAG_NAME)].map(([, name = '']) => name);
  return { text, classes, tags };
}

function unescapeCss(name: string): string {
  return name.replace(ESCAPED, (_escaped, code?: string, character = '') =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : character,
  );
}

/** Puts values in the place of Tailwind's own variables, and removes where these are set. */
function resolveVariables(root: Container): void {
  const initial = new Map<string, string>();
  root.walkAtRules('property', (property) => {
    property.walkDecls('initial-value', ({ value }) => void initial.set(property.params, value));
    property.remove();
  });
  root.walkAtRules('layer', (layer) => {
    if (layer.params === 'properties') layer.remove();
  });
  root.walkRules((rule) => {
    const own = new Map(initial);
    rule.each((node) => {
      if (node.type !== 'decl') return;
      if (node.prop.startsWith('--tw-')) own.set(node.prop, resolved(node, own));
      else if (node.value.includes('--tw-')) node.value = resolved(node, own);
    });
    rule.walkDecls(/^--tw-/, (declaration) => void declaration.remove());
  });
}

/** Removes the tokens that no rule uses: those of the desk. */
function removeUnusedTokens(root: Container): void {
  const used = new Set<string>();
  root.walkDecls(({ value }) => {
    for (const [, name = ''] of value.matchAll(/var\((--[\w-]+)/g)) used.add(name);
  });
  let isDone = true;
  root.walkDecls(/^--/, (declaration) => {
    if (used.has(declaration.prop)) return;
    declaration.remove();
    isDone = false;
  });
  // A token may have been used by another alone.
  if (!isDone) removeUnusedTokens(root);
}

function resolved({ value }: Declaration, own: ReadonlyMap<string, string>): string {
  return value
    .replace(OWN_VARIABLE, (_variable, name: string, fallback = '') => own.get(name) ?? fallback.trim())
    .trim();
}
