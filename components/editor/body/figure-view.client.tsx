'use client';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { FigureAttributes } from '@/lib/document/attributes';
import { LocalField } from '../local-field.client';
import { useKnownMedia } from '../pictures/known-media.client';
import { Picture } from '../pictures/picture';

/** A picture in the text, with what is said of it right beside it. */
export function FigureView({ node, updateAttributes, deleteNode, selected }: ReactNodeViewProps) {
  const { mediaId, alt, caption, credit, isWide } = node.attrs as FigureAttributes;
  const media = useKnownMedia().find(mediaId);
  return (
    <NodeViewWrapper as="figure" className={`figure-view${selected ? ' is-selected' : ''}`}>
      <div data-drag-handle className="figure-picture">
        {media ? <Picture media={media} widthPx={800} /> : <p>This picture is not at hand.</p>}
      </div>
      <div className="figure-fields" contentEditable={false}>
        <LocalField
          label="Alternative text"
          value={alt}
          placeholder={media?.alt || 'What the picture shows, for those who cannot see it'}
          onChange={(value) => updateAttributes({ alt: value })}
        />
        <LocalField
          label="Caption"
          value={caption}
          multiline
          onChange={(value) => updateAttributes({ caption: value })}
        />
        <LocalField
          label="Credit"
          value={credit}
          placeholder={media?.credit || 'Photograph: …'}
          onChange={(value) => updateAttributes({ credit: value })}
        />
        <div className="figure-buttons">
          <button
            type="button"
            className="ed-quiet"
            aria-pressed={isWide}
            onClick={() => updateAttributes({ isWide: !isWide })}
          >
            Wider than the text
          </button>
          <button type="button" className="ed-quiet" onClick={deleteNode}>
            Remove picture
          </button>
        </div>
      </div>
    </NodeViewWrapper>
  );
}
