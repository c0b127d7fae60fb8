'use client';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import { LocalField } from '@/components/editor/ground/local-field.client';
import { useRemembering } from '@/components/editor/ground/use-remembering';
import { mediaPath } from '@/lib/addresses';
import type { VideoAttributes } from '@/lib/document/attributes';
import { FRAME, NodeButtons, NodeFields } from './node-fields.client';

/** Renders audio or video in the text, with its caption, credit and transcript. */
export function PlayerView(props: ReactNodeViewProps) {
  const { node, updateAttributes, deleteNode } = props;
  const { mediaId, caption, credit, transcript } = node.attrs as VideoAttributes;
  const words = useDeskWords().blocks;
  const kind = node.type.name === 'video' ? 'video' : 'audio';
  const media = useKnownMedia().find(mediaId);
  const { onBlur } = useRemembering(mediaId, { alt: '', caption, credit });
  const file = media?.renditions.find(({ mime }) => mime.startsWith(`${kind}/`));
  const Player = kind;
  return (
    <NodeViewWrapper as="figure" className={FRAME}>
      <div data-drag-handle>
        {media && file ? (
          <Player
            controls
            className={`max-h-[70vh] w-full ${kind === 'video' ? 'bg-film' : ''}`}
            preload="none"
            src={mediaPath(media.id, file.file)}
            aria-label={caption || words[kind]}
          />
        ) : (
          <p>{words.notAtHand}</p>
        )}
      </div>
      <NodeFields {...props} onBlur={onBlur}>
        <LocalField
          label={words.caption}
          value={caption}
          multiline
          onChange={(value) => updateAttributes({ caption: value })}
        />
        <LocalField
          label={words.credit}
          value={credit}
          onChange={(value) => updateAttributes({ credit: value })}
        />
        <LocalField
          label={words.transcript}
          value={transcript}
          multiline
          hint={words.transcriptHint}
          onChange={(value) => updateAttributes({ transcript: value })}
        />
        <NodeButtons deleteNode={deleteNode} remove={words.remove} />
      </NodeFields>
    </NodeViewWrapper>
  );
}
