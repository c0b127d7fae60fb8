import type { Editor } from '@tiptap/core';
import type { NamedSnippet } from '@/components/editor/ground/named-snippet';
import { shortcutLabel } from '@/components/editor/ground/shortcut-label';
import type { DeskStrings } from '@/lib/language/strings';
import type { BlockAsks } from '../blocks/block-list';
import type { IconName } from '../toolbar/icons';
import { matchingBlocks } from './matching-blocks';

/** An entry of the slash menu. */
export interface SlashOption {
  id: string;
  name: string;
  icon: IconName;
  /** What makes the same without the menu. */
  keys?: string;
  take: () => void;
}

/** More would push the menu out of the window. */
const MOST_SNIPPETS = 6;

/** Returns what the slash menu offers for a query: blocks, then the snippets whose names have a word like it. */
export function slashOptions(
  { query, words, snippets }: { query: string; words: DeskStrings['blocks']; snippets: NamedSnippet[] },
  editor: Editor,
  asks: BlockAsks,
): SlashOption[] {
  const blocks = matchingBlocks(query, words).map((block) => ({
    id: block.id,
    name: words[block.words],
    icon: block.icon,
    keys: block.typed ?? (block.shortcut && shortcutLabel(block.shortcut)),
    take: () => block.run(editor, asks),
  }));
  const named = matchingSnippets(query, snippets).map(({ id, name, insert }) => ({
    id: `snippet-${id}`,
    name,
    icon: 'snippet' as const,
    take: insert,
  }));
  return [...blocks, ...named];
}

/** Returns the snippets whose names have a word that begins with the query; none for an empty one. */
export function matchingSnippets(query: string, snippets: NamedSnippet[]): NamedSnippet[] {
  const wanted = plain(query);
  if (!wanted) return [];
  // A name in Khmer has no spaces between its words.
  const isLike = (name: string) =>
    plain(name).startsWith(wanted) ||
    plain(name)
      .split(/\s+/)
      .some((word) => word.startsWith(wanted)) ||
    (/[\u1780-\u17FF]/.test(wanted) && plain(name).includes(wanted));
  return snippets.filter(({ name }) => isLike(name)).slice(0, MOST_SNIPPETS);
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u200B/g, '')
    .toLowerCase();
}
