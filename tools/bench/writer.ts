import { bodyText } from '@/lib/document/text';
import type { Body, BodyNode } from '@/lib/document/types';
import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import { body, paragraph, subheading } from '@/lib/samples/content/nodes';
import { samplePosts } from '@/lib/samples/content/samples';

const VOCABULARY_SIZE = 8000;
const SYLLABLES = 'ba ce di fo gu ka le mi no pu ra se ti vo zu da he ji lo ny'.split(' ');
/** Word frequencies are about those of prose: the nth most frequent is one nth as frequent as the first. */
const SENTENCE = { fewest: 6, most: 24 };
const PARAGRAPH = { fewest: 45, most: 110 };
const PARAGRAPHS_IN_SECTION = 4;

/** Generates meaningless prose, the same in each run, with the word frequencies of a language. */
export class Writer {
  readonly vocabulary: string[];
  #state = 20_260_101;

  constructor(readonly language: LanguageCode) {
    const known = knownWords(language);
    const missing = VOCABULARY_SIZE - known.length;
    const invented = Array.from({ length: missing }, (_, n) =>
      // New Khmer words are made of known ones; Latin letters can simply be combined.
      language === 'km'
        ? `${known[n % known.length]}${known[(n * 7 + 3) % known.length]}`
        : inventedWord(n, 3),
    );
    this.vocabulary = [...known, ...invented];
  }

  /** Generates a headline of this number of words. */
  headline(words: number): string {
    const text = this.#words(words).join(this.#gap());
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  /** Generates whole sentences, of this number of words or a few more. */
  sentences(words: number): string {
    const sentences: string[] = [];
    for (let left = words; left > 0; ) {
      const length = this.between(SENTENCE);
      sentences.push(this.headline(length) + (this.language === 'km' ? '។' : '.'));
      left -= length;
    }
    return sentences.join(' ');
  }

  /** Generates a paragraph of the length that paragraphs of prose have. */
  paragraph(): BodyNode {
    return paragraph(this.sentences(this.between(PARAGRAPH)));
  }

  /** Generates a subheading. */
  subheading(): BodyNode {
    return subheading(this.headline(5));
  }

  /** Chooses one of several, each equally often. */
  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.between({ fewest: 0, most: items.length - 1 })] ?? items[0];
  }

  /**
   * Generates a body of about this number of words in paragraphs under subheadings; `alsoSays` ends its last paragraph.
   */
  body(words: number, alsoSays = ''): Body {
    const blocks: BodyNode[] = [];
    for (let left = words, n = 1; left > 0; n += 1) {
      const length = Math.min(left, this.between(PARAGRAPH));
      left -= length;
      blocks.push(paragraph(this.sentences(length) + (left > 0 || !alsoSays ? '' : ` ${alsoSays}`)));
      if (left > 0 && n % PARAGRAPHS_IN_SECTION === 0) blocks.push(this.subheading());
    }
    return body(...blocks);
  }

  #words(count: number): string[] {
    const { length } = this.vocabulary;
    return Array.from({ length: count }, () => {
      const rank = Math.floor(length ** this.#random());
      return this.vocabulary[Math.min(rank, length) - 1] ?? '';
    });
  }

  #gap(): string {
    return this.language === 'km' ? '' : ' ';
  }

  /** Returns a whole number from `fewest` to `most`. */
  between({ fewest, most }: { fewest: number; most: number }): number {
    return fewest + Math.floor(this.#random() * (most - fewest + 1));
  }

  /** Returns a number from 0 up to 1. @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
  #random(): number {
    this.#state = (this.#state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return this.#state / 2 ** 32;
  }
}

/** Makes a word with this number of syllables that no language has; each number gives another word. */
export function inventedWord(number: number, syllables: number): string {
  let word = '';
  for (let rest = number, n = 0; n < syllables; n += 1) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

/** Returns the words of the sample posts in a language, the most frequent first. */
function knownWords(language: LanguageCode): string[] {
  const noPicture = () => ({ mediaId: '', alt: '', caption: '', credit: '' });
  const text = samplePosts
    .filter((post) => post.language === language)
    .map((post) => bodyText(post.body(noPicture)))
    .join('\n');
  const counts = new Map<string, number>();
  const segmenter = new Intl.Segmenter(LANGUAGES[language].intlLocale, { granularity: 'word' });
  for (const { segment, isWordLike } of segmenter.segment(text.toLowerCase())) {
    if (isWordLike) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
