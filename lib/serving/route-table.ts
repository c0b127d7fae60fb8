import { isLanguageCode } from '@/lib/language/languages';
import type { Route } from './route';

/** The values allowed in a named segment. */
const PARAMETERS: Record<string, { test: (segment: string) => boolean }> = {
  id: /^\d+$/,
  language: { test: isLanguageCode },
  /** 256 random bits: cannot be guessed. */
  token: /^[\w-]{43}$/,
  format: /^(?:rss|rss2|rdf|atom|json)$/,
};
/**
 * Path parts that Next resolves before it looks for a page, so that it would answer another address than the
 * one we checked.
 */
const LEADS_ELSEWHERE = /\\|(?:^|\/)(?:\.|%2e){1,2}(?=\/|$)/i;

interface Node {
  literals: Map<string, Node>;
  named: { takes: (typeof PARAMETERS)[string] | undefined; node: Node }[];
  route?: Route;
  rest?: Route;
}

/**
 * Finds the row of an address. Literal segments take precedence over named ones, and these over `*`, as in
 * Next.
 */
export class RouteTable {
  readonly #root = newNode();
  readonly #tails: { segments: string[]; route: Route }[] = [];
  readonly #byParameter: Route[] = [];
  readonly #nothing: Route;
  /** Answers a target that Next would read as another address than we do. */
  readonly misread: Route;
  readonly #closed = new Set<string>();

  /** @param rows the last one answers everything that no other row does. */
  constructor(rows: readonly Route[]) {
    const nothing = rows.at(-1);
    if (!nothing) throw new Error('A table of routes needs a row.');
    this.#nothing = nothing;
    this.misread = { ...nothing };
    for (const route of rows) for (const segments of spelledOut(route.pattern)) this.#add(route, segments);
  }

  /** Returns the row of a request's target (path and query), as received. */
  at(target: string): Route {
    const query = target.indexOf('?');
    const path = query < 0 ? target : target.slice(0, query);
    if (LEADS_ELSEWHERE.test(path)) return this.misread;
    const segments = segmentsOf(path);
    const found = find(this.#root, segments, 0) ?? this.#nothing;
    if (found.isClosed) return found;
    return this.#tailOf(segments) ?? (query < 0 ? null : this.#byQuery(target.slice(query))) ?? found;
  }

  /** Returns the row of a page, whatever its query. @param path percent-decoded. */
  find(path: string): Route {
    return find(this.#root, segmentsOf(path), 0) ?? this.#nothing;
  }

  /**
   * Checks whether a path is in a closed part of the site, in upper or lower case. @param path
   * percent-decoded.
   */
  isClosed(path: string): boolean {
    return this.#closed.has((path.split('/', 2)[1] ?? '').toLowerCase());
  }

  #add(route: Route, segments: string[]): void {
    const [first = '', ...others] = segments;
    if (route.isClosed) this.#closed.add(first);
    if (route.parameter !== undefined) this.#byParameter.push(route);
    else if (first === '*' && others.length > 0) this.#tails.push({ segments: others, route });
    else add(this.#root, segments, route);
  }

  #tailOf(segments: string[]): Route | null {
    for (const tail of this.#tails) {
      const start = segments.length - tail.segments.length;
      if (start >= 0 && tail.segments.every((part, at) => isTaken(part, segments[start + at] ?? '')))
        return tail.route;
    }
    return null;
  }

  #byQuery(query: string): Route | null {
    for (const route of this.#byParameter) {
      const name = route.parameter ?? '';
      // Few queries contain the name at all; the others need no parsing.
      if (query.includes(name) && new URLSearchParams(query).has(name)) return route;
    }
    return null;
  }
}

function newNode(): Node {
  return { literals: new Map(), named: [] };
}

/** Splits a path into segments; a trailing slash adds none. */
function segmentsOf(path: string): string[] {
  const segments = path.slice(1).split('/');
  if (segments.at(-1) === '') segments.pop();
  return segments;
}

/** Lists all segment lists that a pattern stands for, with its choices expanded. */
export function spelledOut(pattern: string): string[][] {
  return segmentsOf(pattern).reduce<string[][]>(
    (all, part) => {
      const choices = part.startsWith('(') ? part.slice(1, -1).split('|') : [part];
      return all.flatMap((before) => choices.map((choice) => [...before, choice]));
    },
    [[]],
  );
}

function add(node: Node, segments: string[], route: Route): void {
  const [part, ...others] = segments;
  if (part === undefined) node.route = route;
  else if (part === '*') node.rest = route;
  else add(childOf(node, part), others, route);
}

function childOf(node: Node, part: string): Node {
  const child = newNode();
  if (!part.startsWith(':')) {
    const known = node.literals.get(part) ?? child;
    node.literals.set(part, known);
    return known;
  }
  const takes = PARAMETERS[part.slice(1)];
  const known = node.named.find((other) => other.takes === takes);
  if (known) return known.node;
  node.named.push({ takes, node: child });
  return child;
}

/**
 * The depth of a search is that of the pattern, so that a path of a thousand segments takes no more steps.
 */
function find(node: Node, segments: string[], at: number): Route | undefined {
  const segment = segments[at];
  if (segment === undefined) return node.route;
  const literal = node.literals.get(segment);
  const found = literal && find(literal, segments, at + 1);
  if (found) return found;
  for (const { takes, node: child } of node.named) {
    if (segment === '' || (takes && !takes.test(segment))) continue;
    const route = find(child, segments, at + 1);
    if (route) return route;
  }
  return node.rest;
}

function isTaken(part: string, segment: string): boolean {
  return part.startsWith(':')
    ? (PARAMETERS[part.slice(1)]?.test(segment) ?? segment !== '')
    : part === segment;
}
