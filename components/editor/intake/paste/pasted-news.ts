import type { ClipboardContents } from '@/lib/cleaning/read-pasted';
import type { PasteReport } from '@/lib/cleaning/report';

/** What the summary of a paste needs. */
export interface PastedNews {
  report: PasteReport;
  /** The number of pictures that cannot be fetched because they are on the machine where they were copied. */
  byHand: number;
  contents: ClipboardContents;
}
