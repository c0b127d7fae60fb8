import { signsOf } from '@/lib/document/list-html';
import type { BodyNode } from '@/lib/document/types';
import { inlineTokens, type Lexicon } from './tokens';
import type { Line, LineRole, Token } from './types';

/** The parts of a line, before it has its key. */
type Parts = Partial<Omit<Line, 'key'>> & { role: LineRole };

/** The position of a node: the lists and quotes around it, and its marker. */
interface LineContext {
  within: string[];
  marker: string;
}

/** Returns a line with the key that equal lines share. */
export function lineOf(parts: Parts): Line {
  const line = { within: [], marker: '', field: '', mediaId: null, tokens: [], ...parts };
  const { role, within, marker, field, mediaId, tokens } = line;
  // An item's number is only its position: it is not a change when an earlier item is removed.
  const kindOfMarker = marker.endsWith('.') ? '#' : marker;
  const said = tokens.map((token) => token.key).join();
  return { ...line, key: [role, within.join('/'), kindOfMarker, field, mediaId, said].join('\u0000') };
}

/** Returns the lines of one block of a body, in reading order. */
export function linesOf(node: BodyNode, lexicon: Lexicon): Line[] {
  return nodeLines(node, { within: [], marker: '' }, lexicon);
}

/** Blocks that contain words directly. */
const WORDS: Record<string, LineRole> = { paragraph: 'paragraph', pullQuote: 'pullQuote', codeBlock: 'code' };

function nodeLines(node: BodyNode, standing: LineContext, lexicon: Lexicon): Line[] {
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

/** Returns the lines of the children of a list, quote, box or gallery. */
function childLines(node: BodyNode, { within, marker }: LineContext, lexicon: Lexicon): Line[] {
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
  if (list.type === 'orderedList') return `${signsOf(list.attrs, list.content?.length ?? 0)[index] ?? ''}.`;
  if (item.type === 'taskItem') return item.attrs?.checked === true ? '☑' : '☐';
  return '';
}

function mediaLines({ attrs }: BodyNode, standing: LineContext): Line[] {
  const ids = [attrs?.mediaId, attrs?.poster].filter(
    (id): id is string => typeof id === 'string' && id !== '',
  );
  return ids.map((mediaId) => lineOf({ ...standing, role: 'picture', mediaId }));
}

/** Attributes that are not words of the author. */
const UNSAID = new Set([
  'mediaId',
  'poster',
  'kind',
  'level',
  'start',
  'type',
  'reversed',
  'colspan',
  'rowspan',
]);

/** Returns the lines of a picture, card or recording: one for each attribute with words. */
function fieldLines({ attrs = {} }: BodyNode, standing: LineContext, lexicon: Lexicon): Line[] {
  return Object.entries(attrs).flatMap(([field, value]) => {
    if (UNSAID.has(field)) return [];
    if (value === true && field !== 'checked') return [lineOf({ ...standing, role: 'field', field })];
    if (typeof value !== 'string' || value === '') return [];
    return [lineOf({ ...standing, role: 'field', field, tokens: lexicon.words(value) })];
  });
}

/** Returns the tokens of a table row as one line, with its cells separated. */
function rowTokens(row: BodyNode, lexicon: Lexicon): Token[] {
  return (row.content ?? []).flatMap((cell, index) => {
    const words = (cell.content ?? []).flatMap((child, at) => {
      const line = nodeLines(child, { within: [], marker: '' }, lexicon).flatMap(({ tokens }) => tokens);
      return at === 0 ? line : [lexicon.sign('lineBreak', '\n'), ...line];
    });
    return index === 0 ? words : [lexicon.sign('cellEdge', ''), ...words];
  });
}
