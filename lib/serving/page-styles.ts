import postcss, { type Container, type Declaration, type Rule } from 'postcss';

/** What a page consists of: the classes and the names of its elements. */
interface Used {
  classes: ReadonlySet<string>;
  tags: ReadonlySet<string>;
}

/** What one selector needs: it can match nothing in a page without all of these. */
interface Needs {
  classes: string[];
  tags: string[];
}

/** Cuts a stylesheet to the rules that a page can use. @param html the page, before anything is inlined. */
export type PageStyles = (html: string) => string;

const OPENING_TAG = /<([a-z][a-z0-9]*)\b/gi;
const CLASS_ATTRIBUTE = /\sclass="([^"]*)"/g;
/** A functional pseudo-class with what is inside it, innermost first: what it lists is not needed by itself. */
const CONDITION = /(?<!\\):(?:not|is|where|has|lang|nth-[a-z-]+)\([^()]*\)/g;
const IN_BRACKETS = /(?<!\\)\[(?:"[^"]*"|[^\]"])*\]/g;
const CLASS_NAME = /\.((?:\\.|[\w-])+)/g;
const TAG_NAME = /(?:^|[\s>+~])([a-z][a-z0-9]*)/g;
/** A variable of Tailwind's own, with its fallback. */
const OWN_VARIABLE = /var\((--tw-[\w-]+)(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g;

/**
 * Prepares a stylesheet for being sent with pages: each gets only the rules whose classes and elements it has. Tailwind
 * passes values through variables of its own, which readers need not download: their values take their place.
 * @param css as built: minified, without nesting.
 */
export function pageStyles(css: string): PageStyles {
  const root = postcss.parse(css);
  resolveVariables(root);
  removeUnusedTokens(root);
  const needs = new Map<Rule, Needs[]>();
  root.walkRules((rule) => {
    if (!isKeyframe(rule)) needs.set(rule, rule.selectors.map(needsOf));
  });
  return (html) => {
    const used = usedIn(html);
    const page = root.clone();
    const rules = [...needs.values()];
    let index = 0;
    page.walkRules((rule) => {
      if (!isKeyframe(rule)) keepUsed(rule, rules[index++] ?? [], used);
    });
    removeEmpty(page);
    return page.toString();
  };
}

function usedIn(html: string): Used {
  const classes = new Set<string>();
  const tags = new Set<string>();
  for (const [, name = ''] of html.matchAll(OPENING_TAG)) tags.add(name.toLowerCase());
  for (const [, value = ''] of html.matchAll(CLASS_ATTRIBUTE))
    for (const name of unescapeHtml(value).split(/\s+/)) classes.add(name);
  return { classes, tags };
}

function needsOf(selector: string): Needs {
  let bare = selector.replace(IN_BRACKETS, '');
  for (let last = ''; last !== bare; ) [last, bare] = [bare, bare.replace(CONDITION, '')];
  const classes = [...bare.matchAll(CLASS_NAME)].map(([, name = '']) => name.replace(/\\(.)/g, '$1'));
  const tags = [...bare.replace(CLASS_NAME, '').matchAll(TAG_NAME)].map(([, name = '']) => name);
  return { classes, tags };
}

function keepUsed(rule: Rule, needs: Needs[], { classes, tags }: Used): void {
  const selectors = rule.selectors.filter((_selector, index) => {
    const each = needs[index];
    return each?.classes.every((name) => classes.has(name)) && each.tags.every((name) => tags.has(name));
  });
  if (selectors.length === 0) rule.remove();
  else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
}

function isKeyframe(rule: Rule): boolean {
  return (
    rule.parent?.type === 'atrule' && 'name' in rule.parent && /keyframes$/.test(String(rule.parent.name))
  );
}

function removeEmpty(container: Container): void {
  container.each((node) => {
    if (node.type !== 'atrule' || !node.nodes) return;
    removeEmpty(node);
    if (node.nodes.length === 0) node.remove();
  });
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
    .replace(OWN_VARIABLE, (_variable, name: string, fallback = '') => own.get(name) ?? fallback)
    .trim();
}

function unescapeHtml(value: string): string {
  return value.replace(/&(amp|gt|lt|quot|#x27|#39);/g, (_entity, name: string) => ENTITIES[name] ?? '');
}

const ENTITIES: Record<string, string> = { amp: '&', gt: '>', lt: '<', quot: '"', '#x27': "'", '#39': "'" };
