import { noteParagraphs } from '@/lib/document/note-words';
import type { BodyMark, BodyNode } from '@/lib/document/types';
import { canonical } from './canonical';
import { splitWords } from './split-words';
import type { PieceRole, Setting, Token } from './types';

const WORD = /[\p{L}\p{N}]/u;

/**
 * The tokens of one comparison, each created once: equal words in the same setting are the same object, so
 * comparing them costs nothing and a long text takes little memory.
 */
export class Lexicon {
  #bySetting = new Map<string, { setting: Setting; tokens: Map<string, Token> }>();
  #size = 0;

  /** Returns the tokens of words in one setting. */
  words(text: string, setting: Setting = PLAIN): Token[] {
    const known = this.#known(setting);
    return splitWords(text).map((word) => this.#token(known, word, WORD.test(word)));
  }

  /** Returns a token for something between words that is not a word. */
  sign(role: PieceRole, text: string): Token {
    return this.#token(this.#known({ role, marks: [] }), text, role !== 'lineBreak');
  }

  #known(setting: Setting) {
    const key = setting.role + marksKey(setting.marks);
    const known = this.#bySetting.get(key) ?? { setting, tokens: new Map<string, Token>() };
    this.#bySetting.set(key, known);
    return known;
  }

  #token(
    { setting, tokens }: { setting: Setting; tokens: Map<string, Token> },
    text: string,
    isWord: boolean,
  ) {
    const known = tokens.get(text);
    if (known) return known;
    this.#size += 1;
    const token: Token = { setting, text, key: this.#size, isWord };
    tokens.set(text, token);
    return token;
  }
}

const PLAIN: Setting = { role: 'text', marks: [] };

/** Returns the tokens of inline nodes: words with marks, notes and breaks. */
export function inlineTokens(nodes: BodyNode[], lexicon: Lexicon): Token[] {
  return nodes.flatMap((node) => {
    const marks = node.marks ?? [];
    if (node.text !== undefined) return lexicon.words(node.text, { role: 'text', marks });
    if (node.type === 'hardBreak') return [lexicon.sign('lineBreak', '\n')];
    if (node.type === 'footnote') return noteTokens(node, lexicon);
    return [lexicon.sign('object', `${node.type} ${canonical(node.attrs ?? {})}`)];
  });
}

/** Returns the tokens of a note: its reference, then its words in place. */
function noteTokens(node: BodyNode, lexicon: Lexicon): Token[] {
  const lines = noteParagraphs(node.attrs).map((runs) =>
    runs.flatMap(({ text = '', marks = [] }) => lexicon.words(text, { role: 'note', marks })),
  );
  const words = lines.flatMap((line, index) =>
    index === 0 ? line : [lexicon.sign('lineBreak', '\n'), ...line],
  );
  return [lexicon.sign('noteMark', ''), ...words];
}

/** Returns a key of marks that ignores their order. */
function marksKey(marks: BodyMark[]): string {
  return marks.map(canonical).sort().join();
}
