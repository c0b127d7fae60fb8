import { fill } from '@/lib/language/fill';
import type { Strings } from '@/lib/language/strings';
import type { SearchPage } from '@/lib/posts/search-page';
import { MAX_WORDS } from '@/lib/search/parse-query';

/** Says what a search found, and what it left out. */
export function outcomeOf(
  query: string,
  { total, isMore, isPartial, isCut, respelt }: SearchPage,
  words: Strings,
  format: (count: number) => string,
): string {
  const count = format(total);
  const sentences = [
    respelt !== null && fill(words.searchRespelt, { query, respelt }),
    total === 0 && fill(words.searchNothing, { query }),
    total > 0 && fill(isMore ? words.searchFoundMore : words.searchFound, { count }),
    isPartial && words.searchPartial,
    isCut && fill(words.searchCut, { count: format(MAX_WORDS) }),
    total === 0 && words.searchTry,
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}
