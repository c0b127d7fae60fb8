import { type Extensions, getSchema } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, TaskItem, TaskList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { TableKit } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Link } from './marks/link';
import { Subscript, Superscript } from './marks/raised';
import { Audio } from './nodes/audio';
import { Callout } from './nodes/callout';
import { CodeBlock } from './nodes/code-block';
import { Embed } from './nodes/embed';
import { Figure } from './nodes/figure';
import { Footnote } from './nodes/footnote';
import { Gallery } from './nodes/gallery';
import { OrderedList } from './nodes/ordered-list';
import { PullQuote } from './nodes/pull-quote';
import { Video } from './nodes/video';

/**
 * Every node and mark of a post's body, defined once: the editor gives some nodes a view, the server validates
 * them (parse.ts), the renderer and the feeds print them.
 */
export const documentExtensions: Extensions = [
  Bold,
  Blockquote,
  BulletList,
  Code,
  Document,
  HardBreak,
  Heading.configure({ levels: [2, 3] }),
  HorizontalRule,
  Italic,
  ListItem,
  OrderedList,
  Paragraph,
  Strike,
  Text,
  Link,
  Superscript,
  Subscript,
  TaskList,
  TaskItem.configure({ nested: true }),
  TableKit.configure({ table: { resizable: false } }),
  PullQuote,
  Footnote,
  Figure,
  Gallery,
  Callout,
  CodeBlock,
  Embed,
  Audio,
  Video,
];

/** The same as a ProseMirror schema, for code without an editor. */
export const documentSchema = getSchema(documentExtensions);
