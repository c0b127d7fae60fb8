import type { BodyNode } from '@/lib/document/types';
import { inlineTokens, type Lexicon } from './tokens';
import type { Line, LineRole, Token } from './types';

/** What a line is made of, before it has its key. */
type Parts = Partial<Omit<Line, 'key'>> & { role: LineRole };

/** Where a node stands: in which lists and quotes, and behind which marker. */
interface Standing {
  within: string[];
  marker: string;
}

/** A line with the key by which equal ones are known. */
export function lineOf(parts: Parts): Line {
  const line = { within: [], marker: '', field: '', mediaId: null, tokens: [], ...parts };
  const { role, within, marker, field, mediaId, tokens } = line;
  // The number of an item is its place: one moved up by another's going is no change.
  const kindOfMarker = /^\d/.test(marker) ? '#' : marker;
  const said = tokens.map((token) => token.key).join();
  return { ...line, key: [role, within.join('/'), kindOfMarker, field, mediaId, said].join('\u0000') };
}

/** The lines of one block of a body, in the order in which they are read. */
export function linesOf(node: BodyNode, lexicon: Lexicon): Line[] {
  return nodeLines(node, { within: [], marker: '' }, lexicon);
}

/** Blocks that hold words themselves. */
const WORDS: Record<string, LineRole> = { paragraph: 'paragraph', pullQuote: 'pullQuote', codeBlock: 'code' };

function nodeLines(node: BodyNode, standing: Standing, lexicon: Lexicon): Line[] {
  const { type, content = [] } = node;
  const role = type === 'heading' ? headingRole(node) : WORDS[type];
  if (role) return [lineOf({ ...standing, role, tokens: inlineTokens(content, lexicon) })];
  if (type === 'horizontalRule') return [lineOf({ ...standing, role: 'rule' })];
  if (type === 'tableRow')
    return [lineOf({ ...standing, role: 'tableRow', tokens: rowTokens(node, lexicon) })];
  if (type === 'table') return content.flatMap((row) => nodeLines(row, standing, lexicon));
  if (content.length > 0) {
    return [...fieldLines(node, standing, lexicon), ...childLines(node, standing, lexicon)];
  }
  const lines = [...mediaLines(node, standing), ...fieldLines(node, standing, lexicon)];
  return lines.length ? lines : [lineOf({ ...standing, role: 'unknown', field: type })];
}

function headingRole({ attrs }: BodyNode): LineRole {
  return attrs?.level === 3 ? 'subheading' : 'heading';
}

/** The children of a list, a quote, a box or a gallery. */
function childLines(node: BodyNode, { within, marker }: Standing, lexicon: Lexicon): Line[] {
  const isItem = node.type.endsWith('Item');
  const inside = isItem ? within : [...within, containerName(node)];
  return (node.content ?? []).flatMap((child, index) => {
    const own = isItem ? (index === 0 ? marker : '') : markerFor(node, child, index);
    return nodeLines(child, { within: inside, marker: own }, lexicon);
  });
}

function containerName({ type, attrs }: BodyNode): string {
  return type === 'callout' && attrs?.kind === 'correction' ? 'correction' : type;
}

function markerFor(list: BodyNode, item: BodyNode, index: number): string {
  if (list.type === 'bulletList') return '•';
  if (list.type === 'orderedList') return `${Number(list.attrs?.start ?? 1) + index}.`;
  if (item.type === 'taskItem') return item.attrs?.checked === true ? '☑' : '☐';
  return '';
}

function mediaLines({ attrs }: BodyNode, standing: Standing): Line[] {
  const ids = [attrs?.mediaId, attrs?.poster].filter(
    (id): id is string => typeof id === 'string' && id !== '',
  );
  return ids.map((mediaId) => lineOf({ ...standing, role: 'picture', mediaId }));
}

/** Attributes that are no words of the author's. */
const UNSAID = new Set(['mediaId', 'poster', 'kind', 'level', 'start', 'type', 'colspan', 'rowspan']);

/** What a picture, a card or a recording says: a line for each attribute with words. */
function fieldLines({ attrs = {} }: BodyNode, standing: Standing, lexicon: Lexicon): Line[] {
  return Object.entries(attrs).flatMap(([field, value]) => {
    if (UNSAID.has(field)) return [];
    if (value === true && field !== 'checked') return [lineOf({ ...standing, role: 'field', field })];
    if (typeof value !== 'string' || value === '') return [];
    return [lineOf({ ...standing, role: 'field', field, tokens: lexicon.words(value) })];
  });
}

/** A row of a table in one line, its cells apart. */
function rowTokens(row: BodyNode, lexicon: Lexicon): Token[] {
  return (row.content ?? []).flatMap((cell, index) => {
    const words = (cell.content ?? []).flatMap((child, at) => {
      const line = nodeLines(child, { within: [], marker: '' }, lexicon).flatMap(({ tokens }) => tokens);
      return at === 0 ? line : [lexicon.sign('lineBreak', '\n'), ...line];
    });
    return index === 0 ? words : [lexicon.sign('cellEdge', ''), ...words];
  });
}
