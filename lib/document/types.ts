/** A mark on a run of text, as ProseMirror keeps it. */
export interface BodyMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** A node of a body, as ProseMirror keeps it. */
export interface BodyNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: BodyNode[];
  marks?: BodyMark[];
  text?: string;
  [key: string]: unknown;
}

/** The text of a post: a ProseMirror document. Only `parseBody` makes one out of something unknown. */
export interface Body extends BodyNode {
  type: 'doc';
}

/** A body with one empty paragraph, as a new draft has. */
export function emptyBody(): Body {
  return { type: 'doc', content: [{ type: 'paragraph' }] };
}
