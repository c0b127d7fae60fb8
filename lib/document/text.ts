import { noteWords } from './note-words';
import type { Body, BodyNode } from './types';

/** Returns the plain text of a body, one line per block, with captions, credits, transcripts, cards and footnotes. */
export function bodyText(body: Body): string {
  const lines: string[] = [];
  const footnotes: string[] = [];
  for (const node of body.content ?? []) addLines(node, lines, footnotes);
  return [...lines, ...footnotes].filter((line) => line.trim()).join('\n');
}

const TEXTBLOCKS = new Set(['paragraph', 'heading', 'pullQuote', 'codeBlock']);
/** The attributes that contain words, for blocks that store words in attributes. */
const WORDS_OF: Record<string, string[]> = {
  figure: ['caption', 'credit'],
  embed: ['title', 'text', 'site'],
  audio: ['caption', 'credit', 'transcript'],
  video: ['caption', 'credit', 'transcript'],
};

function addLines(node: BodyNode, lines: string[], footnotes: string[]) {
  const named = WORDS_OF[node.type];
  if (named) {
    lines.push(...named.map((name) => words(node.attrs?.[name])));
  } else if (TEXTBLOCKS.has(node.type)) {
    lines.push((node.content ?? []).map((child) => inlineText(child, footnotes)).join(''));
  } else {
    for (const child of node.content ?? []) addLines(child, lines, footnotes);
  }
}

function inlineText(node: BodyNode, footnotes: string[]): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'footnote') {
    const note = noteWords(node.attrs);
    if (node.attrs?.isAgain !== true || !footnotes.includes(note)) footnotes.push(note);
  }
  return node.text ?? '';
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
