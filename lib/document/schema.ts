import { type Extensions, getSchema } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { isSafeHref } from './attributes';
import { Subscript, Superscript } from './marks/raised';
import { Audio } from './nodes/audio';
import { Callout } from './nodes/callout';
import { CodeBlock } from './nodes/code-block';
import { Embed } from './nodes/embed';
import { Figure } from './nodes/figure';
import { Footnote } from './nodes/footnote';
import { Gallery } from './nodes/gallery';
import { PullQuote } from './nodes/pull-quote';
import { Video } from './nodes/video';

/** A link says where it leads, and nothing else: no class, no target. */
const PlainLink = Link.extend({
  addAttributes() {
    return { href: { default: null } };
  },
}).configure({
  openOnClick: false,
  autolink: true,
  defaultProtocol: 'https',
  HTMLAttributes: { target: null, rel: null },
  isAllowedUri: (href) => isSafeHref(href),
});

/**
 * What a post's body can be made of, defined once: the editor gives some nodes a view, the server
 * hardens it (parse.ts), the renderer and the feeds print it.
 */
export const documentExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    codeBlock: false,
    underline: false,
    link: false,
  }),
  PlainLink,
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
