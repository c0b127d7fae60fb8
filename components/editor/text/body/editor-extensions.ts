import { type AnyExtension, type Extensions, Node } from '@tiptap/core';
import { FileHandler } from '@tiptap/extension-file-handler';
import { ListKeymap, TaskItem } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { TrailingNode } from '@tiptap/extensions/trailing-node';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';
import type { ComponentType } from 'react';
import { MEDIA_TYPES } from '@/lib/document/media-facts';
import { documentExtensions } from '@/lib/document/schema';
import { fill } from '@/lib/language/fill';
import type { LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import { arrangingKeys } from '../arranging/arranging-keys';
import { type ShortcutHooks, shortcuts } from '../blocks/shortcuts';
import { TypedBlocks } from '../blocks/typed-blocks';
import { CaretInTime } from '../caret/caret-in-time';
import { ClusterKeys } from '../khmer/cluster-keys';
import { LinkExtension } from '../links/link-extension';
import { SlashExtension } from '../slash/slash-extension';
import { typesetExtension } from '../typography/typeset-extension';
import { CardView } from './card-view.client';
import { CodeView } from './code-view.client';
import { FigureView } from './figure-view.client';
import { FootnoteView } from './footnote-view.client';
import { NormaliseGalleries } from './normalise-galleries';
import { PlayerView } from './player-view.client';

/** Callbacks of the editor, provided by the page around it. */
export interface EditorHooks extends ShortcutHooks {
  onFiles: (files: File[], position?: number) => void;
  /** Handles content pasted from elsewhere. */
  pasting: AnyExtension;
}

/** The nodes with a view of their own in the editor. */
const VIEWS: Record<string, ComponentType<ReactNodeViewProps>> = {
  figure: FigureView,
  footnote: FootnoteView,
  codeBlock: CodeView,
  embed: CardView,
  audio: PlayerView,
  video: PlayerView,
};

/** Returns the shared schema with views, shortcuts, and pictures by drop and paste. */
export function editorExtensions(
  hooks: EditorHooks,
  { blocks: words, editor }: DeskStrings,
  language: LanguageCode,
): Extensions {
  const shared = documentExtensions.map((extension) => {
    const view = VIEWS[extension.name];
    if (view && extension instanceof Node)
      return extension.extend({ addNodeView: () => ReactNodeViewRenderer(view) });
    if (extension.name === 'taskItem') return labelledTasks(words);
    // On a narrow screen a wide table scrolls on its own.
    if (extension.name === 'tableKit')
      return TableKit.configure({ table: { resizable: false, renderWrapper: true } });
    return extension;
  });
  return [
    ...shared,
    CaretInTime,
    UndoRedo,
    ListKeymap,
    Dropcursor,
    Gapcursor,
    TrailingNode,
    LinkExtension,
    typesetExtension(language),
    SlashExtension,
    ClusterKeys,
    arrangingKeys(editor),
    NormaliseGalleries,
    hooks.pasting,
    TypedBlocks,
    Placeholder.configure({ placeholder: words.writeHere }),
    FileHandler.configure({
      allowedMimeTypes: MEDIA_TYPES,
      onDrop: (_editor, files, position) => hooks.onFiles(files, position),
      // Word and browsers add a picture to copied text: then the text is what is meant.
      onPaste: (_editor, files, html) => {
        if (!html || !hasWords(html)) hooks.onFiles(files);
      },
    }),
    shortcuts(hooks),
  ];
}

/** Labels each checkbox with its task. */
function labelledTasks(words: DeskStrings['blocks']) {
  const checkboxLabel = ({ firstChild }: { firstChild: { textContent: string } | null }) =>
    fill(words.taskDone, { text: firstChild?.textContent || words.taskEmpty });
  return TaskItem.configure({ nested: true, a11y: { checkboxLabel } });
}

function hasWords(html: string): boolean {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return Boolean(parsed.body.textContent?.trim());
}
