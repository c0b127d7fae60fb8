'use client';
import type { Editor } from '@tiptap/react';
import { useCallback, useEffect, useState } from 'react';
import type { Fields } from '@/components/editor/ground/editor-types';
import { type FindChoices, findInText, type Range } from './find-in-text';
import { findKey, findPlugin, type Match, marksOf, matchesIn } from './find-plugin';
import { replaceInBody } from './replace-in-body';

type FieldName = 'headline' | 'standfirst';
type FieldMatch = Range & { field: FieldName };
/** A match anywhere in the written text, in reading order. */
export type Found = FieldMatch | Match;

const FIELDS: FieldName[] = ['headline', 'standfirst'];
/** Delay before a search, ms: long enough that a burst of typing causes one search. */
const AFTER_CHANGE_MS = 250;

/** What the search needs from the page around it. */
export interface Findable {
  editor: Editor;
  fields: Fields;
  change: (patch: Partial<Fields>) => void;
}

/** Whether a match is in the headline or standfirst, not in the body. */
export function isInField(found: Found): found is FieldMatch {
  return 'field' in found;
}

/** Searches headline, standfirst and body, highlights matches and replaces them. */
export function useFind({ editor, fields, change }: Findable, wanted: string, choices: FindChoices) {
  const [found, setFound] = useState<Found[]>([]);
  const [at, setAt] = useState(0);
  const { isCaseKept, isWholeWord } = choices;
  const { headline, standfirst } = fields;
  const search = useCallback(() => {
    const rules = { isCaseKept, isWholeWord };
    const texts = { headline, standfirst };
    const inFields = FIELDS.flatMap((field) =>
      findInText(texts[field], wanted, rules).map((range) => ({ ...range, field })),
    );
    setFound([...inFields, ...matchesIn(editor.state.doc, wanted, rules)]);
  }, [editor, headline, standfirst, wanted, isCaseKept, isWholeWord]);
  useMarks(editor, found, found[Math.min(at, found.length - 1)]);
  useEffect(search, [search]);
  useEffect(() => {
    let timer = 0;
    const later = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(search, AFTER_CHANGE_MS);
    };
    editor.on('update', later);
    return () => {
      window.clearTimeout(timer);
      editor.off('update', later);
    };
  }, [editor, search]);

  const replace = (targets: Found[], text: string) => {
    // Another tab may be the writing one.
    if (!editor.isEditable) return;
    for (const field of FIELDS) {
      const ranges = targets.filter(isInField).filter((target) => target.field === field);
      if (ranges.length > 0) change({ [field]: replaced(fields[field], ranges, text) });
    }
    replaceInBody(
      editor,
      targets.filter((target): target is Match => !isInField(target)),
      text,
    );
    search();
  };
  return { found, at: Math.min(at, Math.max(0, found.length - 1)), setAt, replace };
}

function useMarks(editor: Editor, found: Found[], current: Found | undefined): void {
  useEffect(() => {
    editor.registerPlugin(findPlugin());
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(findKey);
    };
  }, [editor]);
  useEffect(() => {
    const matches = found.filter((each): each is Match => !isInField(each));
    const isInBody = current && !isInField(current);
    const { tr } = editor.state;
    // Changed text is searched again immediately; until then its highlights may be out of range.
    const fitting = matches.filter(({ to }) => to <= tr.doc.content.size);
    editor.view.dispatch(tr.setMeta(findKey, marksOf(tr.doc, fitting, isInBody ? current : undefined)));
  }, [editor, found, current]);
}

function replaced(text: string, ranges: Range[], by: string): string {
  return ranges
    .toReversed()
    .reduce((before, { start, end }) => before.slice(0, start) + by + before.slice(end), text);
}
