'use client';
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { isCodeLanguage } from '@/lib/document/attributes';

const LONGEST_NAME = 30;

/** Renders code lines verbatim, under the optional name of their language. */
export function CodeView({ node, updateAttributes }: ReactNodeViewProps) {
  const words = useDeskWords().blocks;
  const rename = (name: string) => {
    if (name === '' || isCodeLanguage(name)) updateAttributes({ language: name || null });
  };
  return (
    <NodeViewWrapper as="div">
      <input
        className="border-rule bg-wash text-soft text-caption w-full border-b px-5 py-1.5 font-sans leading-relaxed font-semibold"
        contentEditable={false}
        aria-label={words.codeLanguage}
        placeholder={words.codeLanguage}
        maxLength={LONGEST_NAME}
        spellCheck={false}
        value={node.attrs.language ?? ''}
        onChange={(event) => rename(event.target.value)}
      />
      <pre spellCheck={false}>
        <NodeViewContent<'code'> as="code" />
      </pre>
    </NodeViewWrapper>
  );
}
