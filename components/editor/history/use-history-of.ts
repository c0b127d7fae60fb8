import { useCallback, useEffect, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { ComparedText } from '@/components/editor/ground/compare-types';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import type { PanelProps } from '@/components/editor/ground/panel-types';
import type { MediaFacts } from '@/lib/document/media-facts';
import { fill } from '@/lib/language/fill';
import type { HistoryEntry } from '@/lib/posts/history/history';
import { entryLabel } from './entry-label';
import { fetchHistory, fetchKeptText, type History } from './history-client';

interface Compared {
  key: string;
  left: ComparedText;
  right: ComparedText;
  media: MediaFacts[];
}

/** Returns the list key of a text in the history. */
export const keyOf = ({ kind, id }: Pick<HistoryEntry, 'kind' | 'id'>): string => `${kind}-${id}`;

/** Loads the history of the open post, and compares, restores and names its texts. */
export function useHistoryOf(props: PanelProps) {
  const { draft, writing, commands, actions, onRestored } = props;
  const { postId } = draft;
  const words = useDeskWords().history;
  const [noticeBefore] = useState(commands.notice);
  const [trouble, setTrouble] = useState('');
  const { history, load } = useEntries(props, setTrouble);
  const { chosen, against, compared, compare } = useComparison(props, setTrouble);

  const restore = async ({ kind, id }: HistoryEntry) => {
    const done = await commands.run(
      (draftVersion) => actions.restoreText({ postId, draftVersion, text: { kind, id } }),
      { text: words.restored },
    );
    if (!done) return;
    const { pictures, authors, topics } = done.leftOut;
    if (pictures + authors + topics > 0) window.alert(fill(words.leftOut, { pictures, authors, topics }));
    await writing.autosave.abandon();
    onRestored({ version: done.version, writing: done.writing });
  };
  const keep = async (name: string) => {
    const kept = await commands.run((draftVersion) => actions.keepDraft({ postId, draftVersion, name }), {
      text: words.kept,
    });
    if (kept) await load();
  };
  const name = async (entry: HistoryEntry, given: string) => {
    const input = { postId, restorePointId: entry.id, name: given };
    const named = await commands.run(() => actions.nameText(input), { text: words.kept });
    if (!named) return;
    const found = await load();
    const entryNow = (of: HistoryEntry | null) =>
      of && (found?.entries.find((one) => keyOf(one) === keyOf(of)) ?? null);
    await compare(entryNow(entry) ?? entry, entryNow(against));
  };
  return {
    history,
    trouble,
    /** The result of the last command of this dialog. */
    notice: commands.notice === noticeBefore ? null : commands.notice,
    chosen,
    against,
    compared,
    compare,
    restore,
    keep,
    name,
    isBusy: commands.isBusy,
    isEmpty: history?.entries.length === 0,
  };
}

/** Loads the list when the dialog opens, and again on request. */
function useEntries({ draft: { postId }, writing }: PanelProps, setTrouble: (trouble: string) => void) {
  const words = useDeskWords().history;
  const [history, setHistory] = useState<History | null>(null);
  const load = useCallback(async () => {
    // Unsaved changes are saved first, so that the list includes them.
    await writing.autosave.flush();
    try {
      const found = await fetchHistory(postId);
      setHistory(found);
      setTrouble('');
      return found;
    } catch (error) {
      console.warn('The history did not come.', error);
      setTrouble(words.historyUnreachable);
      return null;
    }
  }, [postId, writing.autosave, words, setTrouble]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens.
  useEffect(() => void load(), []);
  return { history, load };
}

/** Fetches two texts to compare; the right one may be the present text. */
function useComparison({ draft, writing, media }: PanelProps, setTrouble: (trouble: string) => void) {
  const words = useDeskWords().history;
  const { add } = useKnownMedia();
  const [chosen, setChosen] = useState<HistoryEntry | null>(null);
  const [against, setAgainst] = useState<HistoryEntry | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const textOf = async (entry: HistoryEntry | null) => {
    if (!entry) {
      return { text: { writing: writing.read(), label: words.present, who: '', at: null }, media };
    }
    const kept = await fetchKeptText(draft.postId, entry);
    add(kept.media);
    const { who, at } = entry;
    return { text: { writing: kept.writing, label: entryLabel(entry, words), who, at }, media: kept.media };
  };
  const compare = async (left: HistoryEntry, right: HistoryEntry | null) => {
    setChosen(left);
    setAgainst(right);
    try {
      const [one, other] = await Promise.all([textOf(left), textOf(right)]);
      setCompared({
        key: `${keyOf(left)}:${right ? keyOf(right) : 'present'}`,
        left: one.text,
        right: other.text,
        media: [...media, ...one.media, ...other.media],
      });
      setTrouble('');
    } catch (error) {
      console.warn('An earlier text did not come.', error);
      setTrouble(words.historyUnreachable);
    }
  };
  return { chosen, against, compared, compare };
}
