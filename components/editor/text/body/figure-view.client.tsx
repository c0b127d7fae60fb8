'use client';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { Button } from '@/components/desk/ui/button';
import { Checkbox } from '@/components/desk/ui/checkbox';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { CropButton } from '@/components/editor/ground/crop-button.client';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import { LocalField } from '@/components/editor/ground/local-field.client';
import { Picture } from '@/components/editor/ground/picture';
import { useRemembering } from '@/components/editor/ground/use-remembering';
import type { FigureAttributes } from '@/lib/document/attributes';
import { NodeButtons, NodeFields } from './node-fields.client';

/** Renders a picture in the text with its alt text, caption and credit next to it. */
export function FigureView(props: ReactNodeViewProps) {
  const { node, updateAttributes, deleteNode } = props;
  const { mediaId, alt, caption, credit, isWide, isDecorative } = node.attrs as FigureAttributes;
  const words = useDeskWords().library;
  const media = useKnownMedia().find(mediaId);
  const { onBlur, isKept } = useRemembering(mediaId, { alt, caption, credit });
  return (
    <NodeViewWrapper as="figure">
      <div data-drag-handle className="bg-wash cursor-grab">
        {media ? (
          <Picture media={media} widthPx={800} className="w-full" />
        ) : (
          <p className="px-4 py-8 text-center">{words.notAtHand}</p>
        )}
      </div>
      <NodeFields {...props} onBlur={onBlur}>
        {!isDecorative && (
          <LocalField
            label={words.alternative}
            value={alt}
            placeholder={media?.alt || words.altPlaceholder}
            onChange={(value) => updateAttributes({ alt: value })}
          />
        )}
        <Checkbox
          className="text-small"
          label={words.decorative}
          checked={isDecorative}
          onChange={(event) => updateAttributes({ isDecorative: event.target.checked })}
        />
        <LocalField
          label={words.caption}
          value={caption}
          multiline
          onChange={(value) => updateAttributes({ caption: value })}
        />
        <LocalField
          label={words.credit}
          value={credit}
          placeholder={media?.credit || words.creditPlaceholder}
          onChange={(value) => updateAttributes({ credit: value })}
        />
        <p role="status" className="text-small text-soft col-span-full empty:hidden">
          {isKept && words.remembered}
        </p>
        <NodeButtons deleteNode={deleteNode} remove={words.remove}>
          <Button
            className="aria-pressed:border-accent aria-pressed:text-accent"
            aria-pressed={isWide}
            onClick={() => updateAttributes({ isWide: !isWide })}
          >
            {words.wide}
          </Button>
          {media && <CropButton mediaId={mediaId} />}
        </NodeButtons>
      </NodeFields>
    </NodeViewWrapper>
  );
}
