import type { Token } from './index-text';
import { type Phrase, spellingsOf } from './parse-query';
import { passageWith, standsAt } from './passage';
import { wordEnd, wordStart } from './word-edges';

/** A piece of a snippet; `hit` when it matches the search. */
export interface SnippetPart {
  text: string;
  hit: boolean;
}

const BEFORE_TOKENS = 10;
const LENGTH_TOKENS = 36;

interface Span {
  first: number;
  last: number;
}

/**
 * Returns a short passage of `text` around the first match of a phrase, or else its beginning. The parts
 * joined give the passage as the author wrote it, with … where it was cut.
 */
export function snippetOf(text: string, wanted: Phrase[]): SnippetPart[] {
  const phrases = wanted.flatMap(spellingsOf);
  const passage = passageWith(text, phrases);
  const { tokens } = passage;
  const spans = spansOf(tokens, phrases);
  const first = Math.max(0, (spans[0]?.first ?? 0) - BEFORE_TOKENS);
  const last = Math.min(tokens.length, first + LENGTH_TOKENS) - 1;
  const isFromStart = first === 0 && passage.start === 0;
  const start = isFromStart ? 0 : wordStart(text, tokens[first]?.start ?? passage.start);
  const isToEnd = last >= tokens.length - 1 && passage.end === text.length;
  const end = isToEnd ? text.length : wordEnd(text, tokens[last]?.end ?? passage.end);

  const parts: SnippetPart[] = [{ text: start > 0 ? '…' : '', hit: false }];
  let done = start;
  for (const span of spans.filter((span) => span.first >= first && span.last <= last)) {
    const from = tokens[span.first]?.start ?? done;
    const to = tokens[span.last]?.end ?? from;
    if (from < done) continue;
    parts.push({ text: text.slice(done, from), hit: false }, { text: text.slice(from, to), hit: true });
    done = to;
  }
  parts.push({ text: text.slice(done, end) + (end < text.length ? '…' : ''), hit: false });
  return parts.filter((part) => part.text !== '');
}

/** Returns the positions of the phrases, by token, in the order of the text. */
function spansOf(tokens: Token[], phrases: Phrase[]): Span[] {
  const spans: Span[] = [];
  for (let first = 0; first < tokens.length; first++) {
    for (const phrase of phrases) {
      if (standsAt(tokens, first, phrase)) spans.push({ first, last: first + phrase.keys.length - 1 });
    }
  }
  return spans;
}
