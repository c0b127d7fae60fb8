// The small build of zod: these rules run in the editor too, and the whole of zod weighs 30 KB there.
import * as z from 'zod/mini';

const words = (longest: number) => z._default(z.string().check(z.maxLength(longest)), '');

const mediaId = z.string().check(z.regex(/^[a-z0-9]{8,32}$/));

/** What a figure says of its picture; an empty alt falls back to the one in the library. */
export const FigureAttributes = z.object({
  mediaId,
  alt: words(2000),
  caption: words(4000),
  credit: words(500),
  /** Shown wider than the column of text, where the screen has room. */
  isWide: z._default(z.boolean(), false),
  /** Its author says that it tells nothing: whoever cannot see it misses nothing. */
  isDecorative: z._default(z.boolean(), false),
});
export type FigureAttributes = z.infer<typeof FigureAttributes>;

/** A note to a place in the text; its number is its place among the others. */
export const FootnoteAttributes = z.object({ text: words(4000) });
export type FootnoteAttributes = z.infer<typeof FootnoteAttributes>;

/** Addresses that a link in a post may have. */
const LINK = /^(https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+|\/(?![/\\])[^\s]*|#[^\s]*)$/i;

/** Whether a link may lead there: the web, a mail address, or a place on this site. */
export function isSafeHref(href: string): boolean {
  return href.length <= 4000 && LINK.test(href);
}

/** A box beside the argument: something to know, or what an earlier text had wrong. */
export const CalloutAttributes = z.object({ kind: z._default(z.enum(['note', 'correction']), 'note') });
export type CalloutAttributes = z.infer<typeof CalloutAttributes>;

/** The name of a language of code, as authors write it after the fence; shown, never interpreted. */
export const CodeLanguage = z.string().check(z.regex(/^[A-Za-z0-9+#._-]{1,30}$/));

/** Where an embed card leads, as far as it is shown in a way of its own. */
export const EMBED_KINDS = ['link', 'youtube', 'facebook', 'x', 'telegram'] as const;

/** A card that leads to a page elsewhere: what it said when it was put in, kept here. */
export const EmbedAttributes = z.object({
  url: z.string().check(z.refine((url) => /^https?:/i.test(url) && isSafeHref(url) && URL.canParse(url))),
  title: words(500),
  text: words(1000),
  site: words(200),
  mediaId: z._default(z.nullable(mediaId), null),
  kind: z._default(z.enum(EMBED_KINDS), 'link'),
});
export type EmbedAttributes = z.infer<typeof EmbedAttributes>;

/** A recording of the library, with what is said in it for those who cannot hear. */
export const AudioAttributes = z.object({
  mediaId,
  caption: words(4000),
  credit: words(500),
  transcript: words(200_000),
});
export type AudioAttributes = z.infer<typeof AudioAttributes>;

/** A film of the library; the poster is the picture that stands there until it is played. */
export const VideoAttributes = z.extend(AudioAttributes, { poster: z._default(z.nullable(mediaId), null) });
export type VideoAttributes = z.infer<typeof VideoAttributes>;

const NoAttributes = z.strictObject({});
const span = z._default(z.int().check(z.minimum(1), z.maximum(20)), 1);
const CellAttributes = z.object({
  colspan: span,
  rowspan: span,
  colwidth: z._default(
    z.nullable(z.array(z.int().check(z.minimum(1), z.maximum(5000))).check(z.maxLength(20))),
    null,
  ),
  align: z.nullish(z.enum(['left', 'center', 'right'])),
});

/** The same rule without room for anything else. */
function strict<Shape extends z.core.$ZodShape>(rule: z.ZodMiniObject<Shape>) {
  return z.strictObject(rule.shape);
}

/** The rule for the attributes of every node; a node that is not here is not part of a body. */
export const NODE_ATTRIBUTES: Record<string, z.ZodMiniType> = {
  doc: NoAttributes,
  text: NoAttributes,
  paragraph: NoAttributes,
  heading: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  bulletList: NoAttributes,
  orderedList: z.strictObject({
    start: z._default(z.int().check(z.minimum(0), z.maximum(100_000)), 1),
    type: z._default(z.null(), null),
  }),
  listItem: NoAttributes,
  taskList: NoAttributes,
  taskItem: z.strictObject({ checked: z._default(z.boolean(), false) }),
  blockquote: NoAttributes,
  pullQuote: NoAttributes,
  figure: strict(FigureAttributes),
  gallery: NoAttributes,
  callout: strict(CalloutAttributes),
  codeBlock: z.strictObject({ language: z._default(z.nullable(CodeLanguage), null) }),
  embed: strict(EmbedAttributes),
  audio: strict(AudioAttributes),
  video: strict(VideoAttributes),
  table: NoAttributes,
  tableRow: NoAttributes,
  tableCell: strict(CellAttributes),
  tableHeader: strict(CellAttributes),
  horizontalRule: NoAttributes,
  hardBreak: NoAttributes,
  footnote: strict(FootnoteAttributes),
};

/** The rule for the attributes of every mark. */
export const MARK_ATTRIBUTES: Record<string, z.ZodMiniType> = {
  bold: NoAttributes,
  italic: NoAttributes,
  strike: NoAttributes,
  code: NoAttributes,
  superscript: NoAttributes,
  subscript: NoAttributes,
  link: z.object({ href: z.string().check(z.refine(isSafeHref)) }),
};
