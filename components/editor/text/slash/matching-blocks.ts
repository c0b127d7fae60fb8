import type { DeskStrings } from '@/lib/language/strings';
import { BLOCKS, type EditorBlock } from '../blocks/block-list';

/** Other English names of a block. */
const ALSO: Record<string, string> = {
  paragraph: 'text plain',
  heading: 'h2 title',
  subheading: 'h3',
  'bullet-list': 'unordered points ul',
  'ordered-list': 'numbers ol',
  'task-list': 'todo checklist checkbox',
  quote: 'blockquote citation quotation',
  picture: 'image photo figure gallery',
  table: 'rows columns',
  divider: 'rule line hr separator',
  footnote: 'note reference',
  snippet: 'saved boilerplate reuse',
  note: 'callout box',
  correction: 'callout box',
  'code-block': 'pre monospace',
  card: 'embed link youtube facebook x telegram',
  audio: 'sound recording',
  video: 'film movie',
};

/**
 * Returns the blocks that match a query, by their names in the admin language and in English; names that begin
 * with the query come first.
 */
export function matchingBlocks(query: string, words: DeskStrings['blocks']): EditorBlock[] {
  const wanted = plain(query);
  const ranked = BLOCKS.map((block) => ({ block, rank: rankOf(namesOf(block, words), wanted) }));
  return ranked
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ block }) => block);
}

function namesOf(block: EditorBlock, words: DeskStrings['blocks']): string[] {
  const own = plain(words[block.words]);
  const english = block.id.split('-');
  return [own, ...own.split(' '), english.join(''), ...english, ...(ALSO[block.id] ?? '').split(' ')];
}

function rankOf(names: string[], wanted: string): number {
  if (names[0]?.startsWith(wanted)) return 3;
  if (names.some((name) => name.replaceAll(' ', '').startsWith(wanted))) return 2;
  return names[0]?.includes(wanted) ? 1 : 0;
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u200B/g, '')
    .toLowerCase();
}
