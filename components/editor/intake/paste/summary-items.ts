import { fill } from '@/lib/language/fill';
import type { DeskStrings } from '@/lib/language/strings';
import type { LastPaste } from './use-pasting';

/** Describes a paste: where it came from, what was kept, what was left out, and what must be done by hand. */
export function summarised({ report, byHand, missed }: LastPaste, words: DeskStrings['paste']) {
  const said = (counts: Partial<Record<keyof DeskStrings['paste'], number>>) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => fill(words[kind as keyof DeskStrings['paste']], { count }))
      .join(', ');
  return {
    source: words[report.source],
    kept: said({ ...report.kept }),
    removed: said({ ...report.removed }),
    missed: [
      report.excess ? words[report.excess === 'text' ? 'textTooLong' : 'tooMuchFormatting'] : '',
      byHand > 0 ? fill(words.picturesByHand, { count: byHand }) : '',
      missed > 0 ? fill(words.picturesMissed, { count: missed }) : '',
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** Whether a paste changed enough to need a summary. A few plain words do not. */
export function isNoteworthy({ report, byHand }: LastPaste): boolean {
  const counts = [...Object.values(report.removed), report.kept.headings, report.kept.listItems, byHand];
  return report.excess !== null || counts.some((count) => count > 0) || report.kept.paragraphs > 1;
}
