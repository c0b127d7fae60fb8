'use client';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import { LocalField } from '@/components/editor/ground/local-field.client';
import { Picture } from '@/components/editor/ground/picture';
import type { EmbedAttributes } from '@/lib/document/attributes';
import { FRAME, NodeButtons, NodeFields } from './node-fields.client';

/** Renders a card that links to another page; its title and text can be edited. */
export function CardView(props: ReactNodeViewProps) {
  const { node, updateAttributes, deleteNode } = props;
  const { url, title, text, site, mediaId } = node.attrs as EmbedAttributes;
  const words = useDeskWords().blocks;
  const picture = useKnownMedia().find(mediaId ?? '');
  return (
    <NodeViewWrapper as="div" data-part="card-view" className={FRAME}>
      <div data-drag-handle className="flex cursor-grab items-center gap-3.5">
        {picture && <Picture media={picture} widthPx={320} className="aspect-16/9 w-28 object-cover" />}
        <p className="text-soft text-small min-w-0 truncate leading-relaxed">{url}</p>
      </div>
      <NodeFields {...props}>
        <LocalField
          label={words.cardTitle}
          value={title}
          maxLength={500}
          onChange={(value) => updateAttributes({ title: value })}
        />
        <LocalField
          label={words.cardText}
          value={text}
          multiline
          maxLength={1000}
          onChange={(value) => updateAttributes({ text: value })}
        />
        <LocalField
          label={words.cardSite}
          value={site}
          maxLength={200}
          onChange={(value) => updateAttributes({ site: value })}
        />
        <NodeButtons deleteNode={deleteNode} remove={words.remove} />
      </NodeFields>
    </NodeViewWrapper>
  );
}
