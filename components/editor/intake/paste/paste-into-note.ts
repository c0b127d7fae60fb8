import { closeHistory } from '@tiptap/pm/history';
import type { EditorView } from '@tiptap/pm/view';
import { noneKept, type PasteReport } from '@/lib/cleaning/report';
import { contentsOf } from './clipboard-contents';
import { fitted } from './fit-line';
import { parseInert } from './parse-inert';
import type { PastedNews } from './pasted-news';

interface Places {
  /** The field of the footnote. */
  note: EditorView;
  /** The text that the footnote is in. */
  around: EditorView;
  onPasted: (pasted: PastedNews) => void;
}

/**
 * Pastes cleaned words into the field of a footnote, which has no place for pictures, as one undo step of the text.
 * @returns false where the editor's own handling is right.
 */
export function pasteIntoNote(places: Places, data: DataTransfer | null): boolean {
  const { note, around, onPasted } = places;
  const contents = contentsOf(data, false);
  if (!contents) return false;
  const endUndoStep = () => around.dispatch(closeHistory(around.state.tr));
  const paste = async () => {
    const { readPasted } = await import('@/lib/cleaning/read-pasted');
    const { html, report } = await readPasted(contents, parseInert);
    if (note.isDestroyed) return;
    endUndoStep();
    note.pasteHTML(fitted(html, note.state));
    endUndoStep();
    // As text it would go into the text around the note: that is not offered.
    onPasted({ report: inNote(report), byHand: 0, contents: { ...contents, isAsText: true } });
  };
  paste().catch((error) => {
    console.warn('The cleaning of pasted text could not be loaded.', error);
    if (!note.isDestroyed) note.pasteText(contents.text);
  });
  return true;
}

/** A note keeps paragraphs, links and what tracked changes inserted. */
function inNote(report: PasteReport): PasteReport {
  const { paragraphs, links, insertions } = report.kept;
  return { ...report, kept: { ...noneKept(), paragraphs, links, insertions } };
}
