'use client';
import { Selection } from '@tiptap/pm/state';
import type { ReactNodeViewProps } from '@tiptap/react';
import type { FocusEventHandler, ReactNode } from 'react';
import { Button } from '@/components/desk/ui/button';

/** How a node looks that does not look as readers will see it. */
export const FRAME = 'border-rule rounded-md border px-4 pt-3.5 pb-4 font-sans';

// Two columns where the node has the width of the text, not within a gallery.
const FIELDS =
  'grid min-w-0 items-start gap-2 pt-3 font-sans leading-[1.45] sm:in-[.ProseMirror>.react-renderer]:grid-cols-2 *:first:col-span-full';

type NodeFieldsProps = Pick<ReactNodeViewProps, 'editor' | 'node' | 'getPos'> & {
  onBlur?: FocusEventHandler;
  children: ReactNode;
};

/** Renders the fields of a picture, card, audio or video; Escape moves to the text after it. */
export function NodeFields({ editor, node, getPos, onBlur, children }: NodeFieldsProps) {
  const leave = () => {
    const position = getPos();
    if (position === undefined) return;
    const { doc, tr } = editor.state;
    const after = doc.resolve(position + node.nodeSize);
    const selection = Selection.findFrom(after, 1, true) ?? Selection.atEnd(doc);
    editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
    editor.view.focus();
  };
  return (
    <fieldset
      className={FIELDS}
      contentEditable={false}
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        leave();
      }}
    >
      {children}
    </fieldset>
  );
}

type NodeButtonsProps = Pick<ReactNodeViewProps, 'deleteNode'> & {
  /** The name of the button that removes the node. */
  remove: string;
  children?: ReactNode;
};

/** Renders the buttons below the fields of a node; the last one removes it. */
export function NodeButtons({ deleteNode, remove, children }: NodeButtonsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      {children}
      <Button onClick={deleteNode}>{remove}</Button>
    </div>
  );
}
