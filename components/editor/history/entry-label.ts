import type { DeskStrings } from '@/lib/language/strings';
import type { HistoryEntry } from '@/lib/posts/history/history';

/** Returns the label of a text in the history. */
export function entryLabel(entry: HistoryEntry, words: DeskStrings['history']): string {
  if (entry.name) return entry.name;
  if (entry.isLive) return entry.isSilent ? words.liveSilent : words.live;
  if (entry.isScheduled) return words.scheduledText;
  if (entry.kind === 'revision') return entry.isSilent ? words.publishedSilent : words.publishedText;
  return { writing: words.whileWriting, sitting: words.endOfSitting, change: words.beforeChange, named: '' }[
    entry.reason ?? 'writing'
  ];
}
