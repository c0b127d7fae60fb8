import { Extension, type Extensions, Mark } from '@tiptap/core';
import { FileHandler } from '@tiptap/extension-file-handler';
import { TableKit } from '@tiptap/extension-table';
import { Typography } from '@tiptap/extension-typography';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { NodeSelection } from '@tiptap/pm/state';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { Figure } from '@/lib/document/nodes/figure';
import { Footnote } from '@/lib/document/nodes/footnote';
import { documentExtensions } from '@/lib/document/schema';
import { type PasteHooks, pasteExtension } from '../paste/paste-extension';
import { PICTURE_TYPES } from '../pictures/media-client';
import { insertFootnote } from '../toolbar/tools';
import { FigureView } from './figure-view.client';
import { FootnoteView } from './footnote-view.client';
import { MendGalleries } from './mend-galleries';

/** What the editor asks of the page around it. */
export interface EditorHooks {
  onFiles: (files: File[], position?: number) => void;
  onLink: () => void;
  onPicture: () => void;
  paste: PasteHooks;
}

const EditableFigure = Figure.extend({ addNodeView: () => ReactNodeViewRenderer(FigureView) });
const EditableFootnote = Footnote.extend({ addNodeView: () => ReactNodeViewRenderer(FootnoteView) });

/** The shared schema with views, shortcuts, and pictures by drop and paste. */
export function editorExtensions(hooks: EditorHooks): Extensions {
  const shared = documentExtensions.map((extension) => {
    if (extension.name === 'figure') return EditableFigure;
    // Words typed right after a link are no part of it.
    if (extension.name === 'link' && extension instanceof Mark) return extension.extend({ inclusive: false });
    // A wide table scrolls by itself on a narrow screen.
    if (extension.name === 'tableKit')
      return TableKit.configure({ table: { resizable: false, renderWrapper: true } });
    return extension.name === 'footnote' ? EditableFootnote : extension;
  });
  return [
    ...shared,
    Typography,
    MendGalleries,
    pasteExtension(hooks.paste),
    Placeholder.configure({ placeholder: 'Write here…' }),
    FileHandler.configure({
      allowedMimeTypes: PICTURE_TYPES,
      onDrop: (_editor, files, position) => hooks.onFiles(files, position),
      // Word and browsers put a picture beside the text they copy: then the text is what is meant.
      onPaste: (_editor, files, html) => {
        if (!html || !hasWords(html)) hooks.onFiles(files);
      },
    }),
    shortcuts(hooks),
  ];
}

function shortcuts(hooks: EditorHooks) {
  return Extension.create({
    name: 'shortcuts',
    priority: 1000,
    addKeyboardShortcuts() {
      return {
        // With nothing to link, the keys are the palette's.
        'Mod-k': () =>
          (!this.editor.state.selection.empty || this.editor.isActive('link')) && run(hooks.onLink),
        'Mod-Alt-p': () => run(hooks.onPicture),
        'Mod-Alt-f': () => run(() => insertFootnote(this.editor)),
        'Mod-Alt-q': () => this.editor.chain().focus().toggleNode('pullQuote', 'paragraph').run(),
        // biome-ignore lint/correctness/noComponentHookFactories: a key of the keyboard, not a component.
        Enter: () => enterAtom(this.editor.state.selection, this.editor.view),
      };
    },
  });
}

function run(work: () => void): true {
  work();
  return true;
}

/** Enter on a selected picture or footnote goes to its first field. */
function enterAtom(
  selection: unknown,
  view: { nodeDOM: (position: number) => globalThis.Node | null },
): boolean {
  if (!(selection instanceof NodeSelection)) return false;
  const element = view.nodeDOM(selection.from);
  if (!(element instanceof HTMLElement)) return false;
  const field = element.querySelector<HTMLElement>('textarea, input');
  field?.focus();
  return Boolean(field);
}

function hasWords(html: string): boolean {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return Boolean(parsed.body.textContent?.trim());
}
