import { paragraph } from '@/lib/samples/content/nodes';
import { indexText } from '@/lib/search/index-text';
import { inventedWord, type Writer } from '../writer';
import { join, type Passage, type Passages, passageOf } from './passages';

/** The words of a post, with what is derived from them. */
export interface PostText {
  headline: string;
  standfirst: string;
  body: Passage;
  /** The headline and the standfirst as the search index stores them. */
  indexedHeadline: string;
  indexedStandfirst: string;
}

const WORDS = { fewest: 600, most: 1200 };
const PARAGRAPHS_IN_SECTION = 4;
const RARE_SYLLABLES = 4;
/** Names and places that a few posts share: a text of 900 words always has some that few others have. */
const NAMES = { count: 5, syllables: 5, perPost: 2 };

/**
 * Writes the nth of `count` posts: paragraphs that other posts have too, in an order of its own, and a last one of its
 * own with a word that no other post has.
 */
export function textOfPost(writer: Writer, passages: Passages, n: number, count: number): PostText {
  const [headline, standfirst] = [writer.headline(7), writer.sentences(20)];
  const own = passageOf(
    paragraph(`${writer.sentences(40)} ${namesOf(writer, count)} ${rareWord(n)}`),
    writer,
  );
  const blocks: Passage[] = [];
  let left = writer.between(WORDS) - own.words;
  for (let paragraphs = 1; left > 0; paragraphs += 1) {
    const next = writer.pick(passages.paragraphs);
    blocks.push(next);
    left -= next.words;
    if (left > 0 && paragraphs % PARAGRAPHS_IN_SECTION === 0) blocks.push(writer.pick(passages.subheadings));
  }
  return {
    headline,
    standfirst,
    body: join([...blocks, own]),
    indexedHeadline: indexText(headline),
    indexedStandfirst: indexText(standfirst),
  };
}

/** Returns the word that only the nth post has. */
export function rareWord(n: number): string {
  return inventedWord(n, RARE_SYLLABLES);
}

function namesOf(writer: Writer, count: number): string {
  const range = { fewest: 0, most: count * NAMES.perPost };
  const names = Array.from({ length: NAMES.count }, () =>
    inventedWord(writer.between(range), NAMES.syllables),
  );
  return names.join(' ');
}
